import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStorage } from '../storage/file-storage';
import { BackupError } from './backup.errors';
import type { Backup, FileLine } from './backup-folder';

const concurrency = 8;

/**
 * Copies every stored file that has no copy yet. A key never gets other bytes (its name is their hash, or an id of its
 * own), so a copy once made stays right.
 * @param copies what has been copied, by key; grows
 * @param keys files to copy although a listing may leave them out
 */
export async function copyFiles(
  storage: FileStorage,
  folder: string,
  copies: Map<string, FileLine>,
  keys: readonly string[],
): Promise<void> {
  const wanted = new Set(keys);
  for await (const key of storage.list()) wanted.add(key);
  const missing = [...wanted].filter((key) => !copies.has(key));
  await inParallel(missing, async (key) => {
    const file = await storage.get(key);
    if (!file) return;
    const path = join(folder, 'files', key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, file.bytes, { mode: 0o600 });
    const { mediaType, cacheControl, version, length } = file;
    copies.set(key, { key, mediaType, cacheControl, version, bytes: length, sha256: digest(file.bytes) });
  });
}

/**
 * Puts the files of a backup into a store and reads each back.
 * @throws {BackupError} when the store gives back something else
 */
export async function putFiles({ folder, files }: Backup, storage: FileStorage): Promise<void> {
  await storage.reachable();
  await inParallel(files, async ({ key, mediaType, cacheControl, sha256 }) => {
    const there = await storage.get(key);
    if (there && there.mediaType === mediaType && digest(there.bytes) === sha256) return;
    await storage.put(key, await readFile(join(folder, 'files', key)), { mediaType, cacheControl });
    const stored = await storage.get(key);
    if (!stored || digest(stored.bytes) !== sha256) throw new BackupError(`The storage did not store the file ${key}.`);
  });
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
