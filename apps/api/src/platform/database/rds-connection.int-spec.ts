import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDatabase, startTemporaryDatabase } from '@canar/local-postgres';
import { Client } from 'pg';
import { type Certificate, selfSignedCertificate } from '../http/self-signed-certificate';
import { connectionTo } from './connection';
import { rdsConnection } from './rds-connection';

const REGION = 'us-east-1';

/** What is real: PostgreSQL and its TLS. What is not: its certificate is none of Amazon's. */
describe('a connection to RDS', () => {
  let server: LocalDatabase;
  let certificate: Certificate;
  let folder: string;
  const said = async (connection: Awaited<ReturnType<typeof rdsConnection>>) => {
    const client = new Client(connection);
    await client.connect();
    const { rows } = await client.query<{ ssl: boolean }>(`SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()`);
    await client.end();
    return rows[0];
  };

  beforeAll(async () => {
    server = await startTemporaryDatabase();
    certificate = selfSignedCertificate();
    folder = await mkdtemp(join(tmpdir(), 'canar-tls-'));
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function turnTlsOn(): Promise<void> {
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<{ home: string }>(`SELECT current_setting('data_directory') AS home`);
    const { uid, gid } = await stat(rows[0]?.home ?? '');
    await chown(folder, uid, gid);
    for (const [name, content] of Object.entries(certificate)) {
      const file = join(folder, `server.${name}`);
      await writeFile(file, content, { mode: 0o600 });
      await chown(file, uid, gid);
      await admin.query(`ALTER SYSTEM SET ssl_${name}_file = '${file}'`);
    }
    await admin.query(`ALTER SYSTEM SET ssl = on`);
    await admin.query('SELECT pg_reload_conf()');
    await admin.end();
  }

  it('rejects an RDS server without TLS', async () => {
    await expect(said(await rdsConnection(server.adminUrl, REGION))).rejects.toThrow('does not support SSL');
  });

  it('connects only to an RDS server with a trusted certificate', async () => {
    await turnTlsOn();
    const url = new URL(server.adminUrl);
    url.hostname = 'localhost';
    await expect(said(await rdsConnection(url.toString(), REGION, [certificate.cert]))).resolves.toEqual({ ssl: true });
    await expect(said(await rdsConnection(url.toString(), REGION))).rejects.toThrow(/self-signed certificate/);
    const strangers = [selfSignedCertificate().cert];
    await expect(said(await rdsConnection(url.toString(), REGION, strangers))).rejects.toThrow(
      /self-signed certificate/,
    );
  });

  it('connects without TLS to a database outside RDS', async () => {
    const database = { url: server.adminUrl, auth: 'password', region: REGION } as const;
    await expect(connectionTo(database)).resolves.toEqual({ connectionString: server.adminUrl });
  });
});
