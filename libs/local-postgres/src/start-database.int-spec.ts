import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { createDatabase, databaseUrl, dropDatabase, LocalPostgresError, startDatabase, type LocalDatabase } from '.';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

let home: string;
let dataDir: string;
const started: LocalDatabase[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'canar-local-postgres-'));
  await chmod(home, 0o755);
  dataDir = join(home, 'postgres');
});

afterEach(async () => {
  for (const database of started.splice(0)) await database.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startDatabase>[0]> = {}): Promise<LocalDatabase> {
  const database = await startDatabase({ dataDir, durable: false, shelter: join(home, 'shelter'), ...options });
  started.push(database);
  return database;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function refusal(promise: Promise<unknown>): Promise<LocalPostgresError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LocalPostgresError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

describe('startDatabase', () => {
  it('starts a UTF-8 PostgreSQL 18 on the loopback address with a private password', async () => {
    const { adminUrl, host, port, dataDir: base } = await start();
    expect(host).toBe('127.0.0.1');
    expect(await query(adminUrl, 'SHOW server_encoding')).toEqual(['UTF8']);
    expect(await query(adminUrl, "SELECT current_setting('server_version_num')::int / 10000")).toEqual([18]);
    expect(await query(adminUrl, "SELECT upper('ä'), 'Z' < 'a' COLLATE \"default\"")).toEqual(['Ä', true]);
    expect(await query(adminUrl, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(adminUrl, 'SHOW unix_socket_directories')).toEqual(['']);
    expect((await stat(join(base, 'password'))).mode & 0o777).toBe(0o600);
    await expect(query(`postgres://canar_admin:wrong@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password/,
    );
  });

  it('keeps data and port over a restart', async () => {
    const first = await start();
    await query(first.adminUrl, 'CREATE TABLE stored AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(second.port).toBe(first.port);
    expect(second.takenOver).toBe(false);
    expect(await query(second.adminUrl, 'SELECT answer FROM stored')).toEqual([42]);
  });

  it('flushes to disk only when durable', async () => {
    const careless = await start();
    expect(await query(careless.adminUrl, 'SHOW fsync')).toEqual(['off']);
    await careless.stop();
    const durable = await start({ durable: true });
    expect(await query(durable.adminUrl, 'SHOW fsync')).toEqual(['on']);
    expect(await query(durable.adminUrl, 'SHOW synchronous_commit')).toEqual(['on']);
  });

  it('takes over the server of a parent that was killed', async () => {
    const program = `
      import { startDatabase } from ${JSON.stringify(join(__dirname, 'index.ts'))};
      startDatabase({ dataDir: ${JSON.stringify(dataDir)}, durable: false }).then((d) => console.log(String(d.port)));
      setInterval(() => undefined, 60_000);`;
    const entry = join(home, 'parent.ts');
    await writeFile(entry, program);
    const parent = spawn(process.execPath, ['--import', 'tsx', entry], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(parent.stdout, 'data')) as [Buffer];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const database = await start();
    expect(database.takenOver).toBe(true);
    expect(database.port).toBe(Number(port.toString()));
    expect(await query(database.adminUrl, 'SELECT 1')).toEqual([1]);
    await database.stop();
    await expect(query(database.adminUrl, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('serves two starters at once with one server', async () => {
    await (await start()).stop();
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.port).toBe(two.port);
    expect([one.takenOver, two.takenOver]).toContain(true);
  });

  it.each([
    ['a process that is gone', '999999999'],
    ['another program', String(process.pid)],
  ])('ignores a pid file that names %s', async (_, pid) => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${pid}\n${dataDir}/cluster\n1700000000\n5432\n\n\n`);
    const { adminUrl, takenOver } = await start();
    expect(takenOver).toBe(false);
    expect(await query(adminUrl, 'SELECT 1')).toEqual([1]);
  });

  it('initialises again after a crash in the middle of initialising', async () => {
    await mkdir(join(dataDir, 'cluster.new', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'cluster.new', 'PG_VERSION'), '18\n');
    const { adminUrl } = await start();
    expect(await query(adminUrl, 'SELECT 1')).toEqual([1]);
    expect(await readdir(dataDir)).not.toContain('cluster.new');
  });
});

describe('startDatabase errors', () => {
  it('reports a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const error = await refusal(start({ port }));
    await new Promise((resolve) => server.close(resolve));
    expect(error.code).toBe('port-taken');
    expect(error.message).toContain(`Port ${port} `);
  });

  it('reports a folder that is no cluster', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'cluster', 'notes.txt'), 'not a database');
    const error = await refusal(start());
    expect(error.code).toBe('folder-broken');
    expect(error.message).toContain(dataDir);
  });

  it('reports what PostgreSQL misses in a damaged cluster', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'cluster', 'global', 'pg_control'));
    const error = await refusal(start());
    expect(error.code).toBe('folder-broken');
    expect(error.message).toContain('pg_control');
    expect(error.message).not.toContain('\n');
  });

  it('reports a missing password file', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'password'));
    expect((await refusal(start())).code).toBe('folder-broken');
  });

  it('reports the other major version of a data folder', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '16\n');
    const error = await refusal(start());
    expect(error.code).toBe('folder-other-version');
    expect(error.message).toContain('PostgreSQL 16');
  });

  it('reports a folder that cannot be created', async () => {
    await writeFile(join(home, 'file'), '');
    const error = await refusal(start({ dataDir: join(home, 'file', 'postgres') }));
    expect(error.code).toBe('folder-not-writable');
  });
});

describe('databases', () => {
  it('creates databases, copies a template and drops databases in use', async () => {
    const { adminUrl } = await start();
    const model = await createDatabase(adminUrl, 'model');
    await query(model, 'CREATE TABLE line AS SELECT 7 AS number');
    const copy = await createDatabase(adminUrl, 'copy "one"', { template: 'model' });
    expect(copy).toBe(databaseUrl(adminUrl, 'copy "one"'));
    const client = new pg.Client({ connectionString: copy });
    client.on('error', () => undefined);
    await client.connect();
    expect((await client.query('SELECT number FROM line')).rows).toEqual([{ number: 7 }]);
    await dropDatabase(adminUrl, 'copy "one"');
    await dropDatabase(adminUrl, 'copy "one"');
    await expect(query(copy, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await client.end().catch(() => undefined);
  });
});

asRoot('as root', () => {
  it('stores the database outside a private folder, reports it once and finds it again', async () => {
    const lines: string[] = [];
    const closed = join(home, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const options = { dataDir: join(closed, 'project', '.canar', 'postgres'), log: (line: string) => lines.push(line) };
    const first = await start(options);
    await query(first.adminUrl, 'CREATE TABLE stored AS SELECT 1 AS one');
    await first.stop();
    expect(first.dataDir.startsWith(join(home, 'shelter'))).toBe(true);
    // When the clone itself is private, a second line names the folder of the programs.
    expect(lines.filter((line) => line.includes(first.dataDir))).toHaveLength(1);
    const second = await start(options);
    expect(await query(second.adminUrl, 'SELECT one FROM stored')).toEqual([1]);
  });

  it('runs the server as an ordinary user', async () => {
    const { dataDir: base } = await start();
    const pid = (await readFile(join(base, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0];
    expect((await stat(`/proc/${pid}`)).uid).not.toBe(0);
  });
});
