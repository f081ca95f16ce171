import { createHash } from 'node:crypto';
import { cp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Installation } from './installation';

/** A copy of a backup, to be damaged. */
export async function copyOf(backup: string, name: string): Promise<string> {
  const copy = `${backup}-${name}`;
  await cp(backup, copy, { recursive: true });
  return copy;
}

/** Flips the lowest bit of the byte in the middle of a file. */
export async function flipByte(path: string): Promise<void> {
  const place = Math.floor((await stat(path)).size / 2);
  const file = await open(path, 'r+');
  try {
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, place);
    byte.writeUInt8(byte.readUInt8() ^ 1);
    await file.write(byte, 0, 1, place);
  } finally {
    await file.close();
  }
}

/** Removes one stored file of a backup. @returns its key */
export async function removeFile(backup: string): Promise<string> {
  const root = join(backup, 'files');
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const file = found.find((entry) => entry.isFile());
  if (!file) throw new Error('The backup holds no file.');
  const path = join(file.parentPath, file.name);
  await rm(path);
  return path.slice(root.length + 1);
}

/** Removes a charge from the middle of the largest ledger, as a superuser could. */
export function removeLedgerEntry(installation: Installation): Promise<{ tenantId: string; sequence: string }> {
  return installation.asAdmin(async (client) => {
    const { rows } = await client.query<{ tenantId: string; sequence: string }>(
      `SELECT e.tenant_id AS "tenantId", e.sequence FROM credits.entries e
       JOIN (SELECT tenant_id, last_sequence FROM credits.accounts ORDER BY last_sequence DESC, tenant_id LIMIT 1) a USING (tenant_id)
       WHERE e.sequence >= a.last_sequence / 2 ORDER BY e.sequence LIMIT 1`,
    );
    const [entry] = rows;
    if (!entry) throw new Error('There is no ledger.');
    await client.query(`SET session_replication_role = 'replica'`);
    const values = [entry.tenantId, entry.sequence];
    await client.query('DELETE FROM credits.entries WHERE tenant_id = $1 AND sequence = $2', values);
    return entry;
  });
}

/** Replaces the dump of a backup by that of a tampered database and corrects every checksum. */
export async function putForgedDump(backup: string, tampered: Installation): Promise<void> {
  const dump = join(backup, 'database.dump');
  await rm(dump);
  await tampered.postgres('pg_dump', '--format=custom', `--file=${dump}`);
  const path = join(backup, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { parts: { name: string }[] };
  const bytes = await readFile(dump);
  const measured = { name: 'database.dump', bytes: bytes.length, sha256: sha256(bytes) };
  manifest.parts = manifest.parts.map((part) => (part.name === measured.name ? measured : part));
  const text = JSON.stringify(manifest);
  await writeFile(path, text);
  await writeFile(`${path}.sha256`, `${sha256(text)}  manifest.json\n`);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
