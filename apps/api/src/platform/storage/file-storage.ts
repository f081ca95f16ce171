/** A file as it was put. */
export interface StoredFile {
  bytes: Uint8Array;
  mediaType: string;
  /** Bytes. */
  length: number;
  /** The `Cache-Control` it was put with, where the store keeps that. */
  cacheControl?: string;
  /** The store's name for exactly these bytes, where it keeps versions. */
  version?: string;
}

/** What is said of a file when it is put. */
export interface FileDescription {
  mediaType: string;
  /** The `Cache-Control` with which a store that answers browsers itself hands the file out. */
  cacheControl?: string;
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

  /** The file, or null when there is none. */
  abstract get(key: string): Promise<StoredFile | null>;

  /** Removes a file; removing one that is not there is fine. */
  abstract delete(key: string): Promise<void>;

  /**
   * Removes every file under a folder.
   * @param folder a key that ends with `/`, so that `tenants/1/` spares `tenants/10/`
   */
  abstract deleteFolder(folder: string): Promise<void>;

  /** The key of every file, in no order; files put or deleted meanwhile may or may not be among them. */
  abstract list(): AsyncIterable<string>;

  /** Asks the store for a sign of life. @throws {Error} when it cannot be reached or refuses us */
  abstract reachable(): Promise<void>;
}
