import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdir, mkdtemp, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, basename, join } from 'node:path';

import pg from 'pg';

import { startTemporaryDatabase } from '.';
import { platformPackage, usableBinaries } from './binaries';
import { operatingUser } from './operating-user';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query('SELECT 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function disappeared(folder: string): Promise<void> {
  const changes = watch(dirname(folder), { signal: AbortSignal.timeout(240_000) });
  if (!(await exists(folder))) return;
  for await (const { filename } of changes) {
    if (filename === basename(folder) && !(await exists(folder))) return;
  }
}

describe('startTemporaryDatabase', () => {
  it('a temporary database leaves nothing behind after stop()', async () => {
    const { adminUrl, dataDir, stop } = await startTemporaryDatabase();
    expect(await answers(adminUrl)).toBe(true);
    await stop();
    expect(await answers(adminUrl)).toBe(false);
    expect(await exists(dataDir)).toBe(false);
  });

  it('a temporary database is removed when its process is killed', async () => {
    const home = await mkdtemp(join(tmpdir(), 'canar-killed-'));
    const program = `
      import { startTemporaryDatabase } from ${JSON.stringify(join(__dirname, 'index.ts'))};
      startTemporaryDatabase().then((d) => console.log(JSON.stringify(d)));
      setInterval(() => undefined, 60_000);`;
    await writeFile(join(home, 'test.ts'), program);
    const test = spawn(process.execPath, ['--import', 'tsx', join(home, 'test.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(test.stdout, 'data')) as [Buffer];
    const { adminUrl, dataDir } = JSON.parse(line.toString()) as { adminUrl: string; dataDir: string };
    expect(await answers(adminUrl)).toBe(true);
    test.kill('SIGKILL');
    await disappeared(dataDir);
    expect(await exists(dataDir)).toBe(false);
    expect(await answers(adminUrl)).toBe(false);
    await rm(home, { recursive: true });
  });

  it('a temporary database does not keep its process alive', async () => {
    const home = await mkdtemp(join(tmpdir(), 'canar-forgot-'));
    const program = `
      import { startTemporaryDatabase } from ${JSON.stringify(join(__dirname, 'index.ts'))};
      startTemporaryDatabase().then((d) => console.log(d.dataDir));`;
    await writeFile(join(home, 'test.ts'), program);
    const test = spawn(process.execPath, ['--import', 'tsx', join(home, 'test.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(test.stdout, 'data')) as [Buffer];
    expect(await once(test, 'exit')).toEqual([0, null]);
    await disappeared(line.toString().trim());
    await rm(home, { recursive: true });
  });
});

asRoot('programs in a private folder, as root', () => {
  it('copies unreachable PostgreSQL programs once for the user postgres', async () => {
    const home = await mkdtemp(join(tmpdir(), 'canar-private-'));
    const { nativeDir, version } = await platformPackage();
    const packageDir = join(home, 'package');
    await mkdir(packageDir, { mode: 0o700 });
    await cp(nativeDir, join(packageDir, 'native'), { recursive: true, verbatimSymlinks: true });
    const shelter = await mkdtemp(join(tmpdir(), 'canar-shelter-'));
    const lines: string[] = [];
    const use = async () =>
      usableBinaries({ nativeDir: join(packageDir, 'native'), version }, await operatingUser(''), shelter, (line) =>
        lines.push(line),
      );
    const binaries = await use();
    expect(binaries.pgCtl.startsWith(shelter)).toBe(true);
    expect(await use()).toEqual(binaries);
    expect(lines).toHaveLength(1);
    await rm(home, { recursive: true });
    await rm(shelter, { recursive: true });
  });
});
