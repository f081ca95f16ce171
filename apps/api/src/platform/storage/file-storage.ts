import type { Readable } from 'node:stream';

/** A file as it was put. */
export interface StoredFile {
  bytes: Uint8Array;
  mediaType: string;
  /** Bytes. */
  length: number;
  /** The `Cache-Control` it was put with, where the store supports it. */
  cacheControl?: string;
  /** The store's name for exactly these bytes, where it has versions. */
  version?: string;
}

/** A file that is read piece by piece; whoever opens it reads it to its end or destroys it. */
export interface OpenedFile {
  contents: Readable;
  /** Bytes. */
  length: number;
}

/** What is said of a file when it is put. */
export interface FileDescription {
  mediaType: string;
  /** The `Cache-Control` with which a store that answers browsers itself hands the file out. */
  cacheControl?: string;
}

/** A file as a listing names it. */
export interface ListedFile {
  key: string;
  /** When its bytes were put, by the store's clock. */
  storedAt: Date;
}

/** The file that a client may put. */
export interface AllowedPut {
  mediaType: string;
  /** Exactly so many bytes. */
  bytes: number;
  /** The seconds for which the permission lasts. */
  seconds: number;
}

/** The address at which a browser puts a file directly, with exactly these headers. */
export interface PutAddress {
  url: string;
  headers: Record<string, string>;
}

/**
 * Keeps files under keys such as `tenants/ID/photos/HASH.webp`.
 *
 * A key is lower-case letters, digits, `_`, `-`, `.` and `/`, at most 512 characters, with no empty, `.` or `..` part;
 * a key is never also the folder of another. A file appears whole or not at all, also to a reader while it is replaced.
 */
export abstract class FileStorage {
  /**
   * Keeps a file, durably once this resolves; replaces what was there.
   * @throws {StorageKeyError} when the key has not the form of a key
   */
  abstract put(key: string, bytes: Uint8Array, description: FileDescription): Promise<void>;

  /** Keeps a file of this machine as `put` does, without its bytes ever being in memory as a whole. */
  abstract putFile(key: string, path: string, description: FileDescription): Promise<void>;

  /** The file, or null when there is none. */
  abstract get(key: string): Promise<StoredFile | null>;

  /** The file to read piece by piece, or null when there is none. */
  abstract open(key: string): Promise<OpenedFile | null>;

  /** Removes a file; removing one that is not there is fine. */
  abstract delete(key: string): Promise<void>;

  /**
   * Removes every file under a folder.
   * @param folder a key that ends with `/`, so that `tenants/1/` spares `tenants/10/`
   */
  abstract deleteFolder(folder: string): Promise<void>;

  /**
   * Removes a file if its bytes were put before an instant; a file put again since is not removed.
   * @returns whether it was removed
   */
  abstract deleteOlder(key: string, before: Date): Promise<boolean>;

  /**
   * Every file, in no order, page by page as the reader goes on; files put or deleted during the listing may or may not be among them.
   * @param folder a key that ends with `/`; all files without it
   */
  abstract listed(folder?: string): AsyncIterable<ListedFile>;

  /** The key of every file, as `listed` gives them. */
  async *list(): AsyncIterable<string> {
    for await (const { key } of this.listed()) yield key;
  }

  /** An address at which a browser may put one file directly, or null where the store takes files from the API only. */
  abstract putAddress(key: string, allowed: AllowedPut): Promise<PutAddress | null>;

  /** Checks that the store responds. @throws {Error} when it cannot be reached or rejects the request */
  abstract reachable(): Promise<void>;
}
