import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libpqEnvironment } from './database-address';
import { findPostgresPrograms } from './postgres-programs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-programs-'));
  writeFileSync(join(folder, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 97.3"\n', { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('pg_dump', () => {
  it('uses a pg_dump of the server’s major version', async () => {
    await expect(findPostgresPrograms(97, { postgres: undefined, path: folder })).resolves.toEqual({
      pgDump: join(folder, 'pg_dump'),
      pgRestore: join(folder, 'pg_restore'),
    });
  });

  it.each([98, 96])('rejects a pg_dump of another major version and names what to install', async (major) => {
    await expect(findPostgresPrograms(major, { postgres: folder, path: '' })).rejects.toThrow(
      new RegExp(
        `^The server is PostgreSQL ${major} and this machine has no pg_dump of that major \\(only 97 in .*install`,
      ),
    );
  });

  it('searches only the named folder for pg_dump', async () => {
    await expect(findPostgresPrograms(97, { postgres: join(folder, 'empty'), path: folder })).rejects.toThrow(
      'POSTGRES_BIN_DIR',
    );
  });
});

describe('libpqEnvironment', () => {
  it('passes the password in the environment, not on the command line', () => {
    expect(libpqEnvironment('postgres://canar%5Fowner:p%40ss@db.example:5433/canar_db?sslmode=verify-full')).toEqual({
      PGHOST: 'db.example',
      PGPORT: '5433',
      PGUSER: 'canar_owner',
      PGPASSWORD: 'p@ss',
      PGDATABASE: 'canar_db',
      PGSSLMODE: 'verify-full',
    });
  });
});
