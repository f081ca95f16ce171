const maxKeyLength = 512;
const maxPartLength = 200; // leaves room for a temporary name within the 255 bytes of a file system

/** A key that could leave its store or that a file system could not hold. It is a defect of the API, never of the user. */
export class StorageKeyError extends Error {
  override readonly name = 'StorageKeyError';
}

/**
 * Gives back a key that has the form of one.
 * @throws {StorageKeyError} otherwise
 */
export function storageKey(key: string): string {
  if (!isStorageKey(key)) throw new StorageKeyError('A storage key has not the right form.');
  return key;
}

/** Whether a name has the form of a key; others put files beside ours, such as `.DS_Store`. */
export function isStorageKey(name: string): boolean {
  const isPart = (part: string) => /^[a-z0-9_.-]+$/.test(part) && !/^\.+$/.test(part) && part.length <= maxPartLength;
  return name.length <= maxKeyLength && name.split('/').every(isPart);
}

/**
 * Gives back a folder of keys: a key and a `/`.
 * @throws {StorageKeyError} otherwise
 */
export function storageFolder(folder: string): string {
  if (!folder.endsWith('/')) throw new StorageKeyError('A storage folder ends with a slash.');
  return `${storageKey(folder.slice(0, -1))}/`;
}
