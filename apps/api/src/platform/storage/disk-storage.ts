import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { FileStorage, type FileDescription, type ListedFile, type OpenedFile, type StoredFile } from './file-storage';
import { isStorageKey, storageFolder, storageKey } from './storage-key';

const labelSchema = z.object({ mediaType: z.string() });
const newline = 0x0a;
const maxLabelBytes = 1_024;

/** Bytes in memory, or as they are read. */
type Contents = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Files in a folder of this machine. One file holds one line of JSON, which says the media type, and then the bytes:
 * so one rename replaces both at once. Only the account that runs the product can read them.
 */
export class DiskStorage extends FileStorage {
  private readonly root: string;

  /** @param folder made when it is missing */
  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  put(key: string, bytes: Uint8Array, description: FileDescription): Promise<void> {
    return this.write(key, [bytes], description);
  }

  putFile(key: string, path: string, description: FileDescription): Promise<void> {
    return this.write(key, [createReadStream(path)], description);
  }

  private async write(key: string, contents: Contents[], { mediaType }: FileDescription): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const label = Buffer.from(`${JSON.stringify({ mediaType })}\n`);
    const temporary = `${path}@${randomUUID()}`; // `@` is in no key
    try {
      await writeDurably(temporary, [label, ...contents]);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }

  async get(key: string): Promise<StoredFile | null> {
    const content = await readIfThere(this.pathOf(key));
    if (!content) return null;
    const end = content.indexOf(newline);
    const { mediaType } = labelSchema.parse(JSON.parse(content.toString('utf8', 0, end)));
    const bytes = content.subarray(end + 1);
    return { bytes, mediaType, length: bytes.length };
  }

  async open(key: string): Promise<OpenedFile | null> {
    const file = await openIfThere(this.pathOf(key));
    if (!file) return null;
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(maxLabelBytes), 0, maxLabelBytes, 0);
    const start = buffer.indexOf(newline) + 1;
    return { contents: file.createReadStream({ start }), length: size - start };
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async deleteFolder(folder: string): Promise<void> {
    await rm(join(this.root, storageFolder(folder)), { recursive: true, force: true });
  }

  async deleteOlder(key: string, before: Date): Promise<boolean> {
    const storedAt = await storedAtOf(this.pathOf(key));
    if (!storedAt || storedAt >= before) return false;
    await this.delete(key);
    return true;
  }

  async *listed(folder?: string): AsyncGenerator<ListedFile> {
    for await (const key of keysIn(this.root, folder === undefined ? '' : storageFolder(folder))) {
      const storedAt = await storedAtOf(this.pathOf(key));
      if (storedAt) yield { key, storedAt };
    }
  }

  /** A folder is no server: files come through the API. */
  putAddress(): Promise<null> {
    return Promise.resolve(null);
  }

  async reachable(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    await access(this.root, constants.R_OK | constants.W_OK | constants.X_OK);
  }

  private pathOf(key: string): string {
    return join(this.root, storageKey(key));
  }
}

async function writeDurably(path: string, parts: Contents[]): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const part of parts) await writeFile(file, part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename last through a power cut; systems that cannot open folders (Windows) do it by themselves. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  try {
    await folder?.sync();
  } finally {
    await folder?.close();
  }
}

/** The keys under a folder; temporary names and what others left there are none. */
async function* keysIn(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const entry of entries) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) yield* keysIn(root, `${path}/`);
    else if (isStorageKey(path)) yield path;
  }
}

/** When a file was written; null when it is gone. */
async function storedAtOf(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A file that is open for reading; null when there is none, or a folder. */
async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
