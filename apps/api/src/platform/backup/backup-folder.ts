import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { BackupError } from './backup.errors';

/** The version of the layout that this program writes, and the only one it reads. */
const backupFormat = 1;

/** The files of a backup, besides those in the folder `files`. */
const partNames = ['database.dump', 'ledger-heads.jsonl', 'files.jsonl'] as const;
export type PartName = (typeof partNames)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.object({
  format: z.literal(backupFormat),
  product: z.literal('canar'),
  takenAt: z.iso.datetime(),
  postgres: z.object({ major: z.int(), version: z.string() }),
  /** The migrations that the database has seen, in their order. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
  tables: z.array(z.object({ name: z.string(), rows: z.int().min(0), digest: z.string() })),
  accounts: z.int().min(0),
  files: z.object({
    count: z.int().min(0),
    /** Files that rows speak of and that were gone before the backup. */
    lost: z.array(z.string()),
  }),
  parts: z.array(z.object({ name: z.enum(partNames), bytes: z.int(), sha256 })).length(partNames.length),
});

/** The manifest of a backup. */
export type Manifest = z.output<typeof manifestSchema>;

const fileLineSchema = z.object({
  key: z.string(),
  mediaType: z.string(),
  cacheControl: z.string().optional(),
  /** The object's version at the time, in a bucket that keeps versions. */
  version: z.string().optional(),
  bytes: z.int().min(0),
  sha256,
});

/** What a backup says of one stored file. */
export type FileLine = z.output<typeof fileLineSchema>;

const headSchema = z.object({
  tenantId: z.string(),
  sequence: z.int().min(0),
  balance: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The end of one account's hash chain. */
export type LedgerHead = z.output<typeof headSchema>;

/** A backup that was found whole. */
export interface Backup {
  folder: string;
  manifest: Manifest;
  files: FileLine[];
  heads: LedgerHead[];
}

/** Notes the parts that lie in the folder in its manifest, and seals the manifest. */
export async function writeManifest(folder: string, said: Omit<Manifest, 'format' | 'product' | 'parts'>) {
  const parts = await Promise.all(
    partNames.map(async (name) => ({ name, ...(await measure(join(folder, name), name)) })),
  );
  const manifest: Manifest = { format: backupFormat, product: 'canar', ...said, parts };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, 'manifest.json'), text, { mode: 0o600 });
  const seal = `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`;
  await writeFile(join(folder, 'manifest.json.sha256'), seal, { mode: 0o600 });
  return manifest;
}

/**
 * Reads a backup and checks every byte of it against its manifest.
 * @param place its folder, or the manifest in it
 * @throws {BackupError} naming the first part that is missing or damaged
 */
export async function readBackup(place: string): Promise<Backup> {
  const path = resolve(place);
  const folder = basename(path) === 'manifest.json' ? dirname(path) : path;
  if (folder.endsWith('.partial')) throw new BackupError(`${folder} is a backup that was never completed.`);
  const manifest = await readManifest(folder);
  for (const part of manifest.parts) await compare(join(folder, part.name), part.name, part);
  const files = await readLines(folder, 'files.jsonl', fileLineSchema);
  if (files.length !== manifest.files.count) throw damaged('files.jsonl', 'names another number of files');
  for (const file of files) await compare(join(folder, 'files', file.key), `files/${file.key}`, file);
  return { folder, manifest, files, heads: await readLines(folder, 'ledger-heads.jsonl', headSchema) };
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new BackupError(`There is no backup in ${folder}: it has no manifest.json.`);
  });
  const seal = await readFile(join(folder, 'manifest.json.sha256'), 'utf8').catch(() => {
    throw damaged('manifest.json.sha256', 'is missing');
  });
  const sum = createHash('sha256').update(text).digest('hex');
  if (seal.split(' ')[0] !== sum) throw damaged('manifest.json', 'has changed since it was written');
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new BackupError(
    `The backup in ${folder} is not of format ${backupFormat}, the one that this version restores.`,
  );
}

async function compare(path: string, name: string, said: { bytes: number; sha256: string }): Promise<void> {
  const found = await measure(path, name);
  if (found.bytes !== said.bytes) throw damaged(name, `holds ${found.bytes} bytes, not ${said.bytes}`);
  if (found.sha256 !== said.sha256) throw damaged(name, 'has changed since it was written');
}

async function measure(path: string, name: string): Promise<{ bytes: number; sha256: string }> {
  const { size } = await stat(path).catch(() => {
    throw damaged(name, 'is missing');
  });
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { bytes: size, sha256: hash.digest('hex') };
}

async function readLines<Line>(folder: string, name: PartName, schema: z.ZodType<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
    lines.push(schema.parse(JSON.parse(line)));
  }
  return lines;
}

/** Writes one part of a line of JSON for each item. */
export async function writeLines(folder: string, name: PartName, items: readonly object[]): Promise<void> {
  const text = items.map((item) => `${JSON.stringify(item)}\n`).join('');
  await writeFile(join(folder, name), text, { mode: 0o600 });
}

function damaged(part: string, how: string): BackupError {
  return new BackupError(`The backup is damaged: ${part} ${how}. Nothing was changed.`);
}
