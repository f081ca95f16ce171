import fc from 'fast-check';
import { resolve, sep } from 'node:path';
import { storageFolder, storageKey, StorageKeyError } from './storage-key';

describe('storageKey', () => {
  it.each(['a', 'tenants/0190-7f/photos/ab_12.webp', '.tmp/x', 'a..b'])('accepts the storage key %s', (key) => {
    expect(storageKey(key)).toBe(key);
  });

  it.each([
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    '../a',
    'a/./b',
    '...',
    'A',
    'a b',
    'a\\b',
    'a\0',
    'é',
    '%2e',
    'a@b',
  ])('rejects the storage key %j', (key) => expect(() => storageKey(key)).toThrow(StorageKeyError));

  it('rejects a storage key that a file system cannot store', () => {
    expect(() => storageKey('a'.repeat(201))).toThrow(StorageKeyError);
    expect(() => storageKey(Array(300).fill('a').join('/'))).toThrow(StorageKeyError);
  });

  it('never lets a path out of its folder', () => {
    const bits = fc.constantFrom('..', '.', '/', '\\', 'a', '%2f', '\0', ' ', 'Z');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (made) => {
        const key = made.join('');
        try {
          storageKey(key);
        } catch {
          return true;
        }
        return resolve('/store', key).startsWith(`/store${sep}`);
      }),
    );
  });
});

describe('storageFolder', () => {
  it('accepts the prefix of one folder and rejects a wider one', () => {
    expect(storageFolder('tenants/1/')).toBe('tenants/1/');
    for (const folder of ['', '/', 'tenants', '../', 'a//'])
      expect(() => storageFolder(folder)).toThrow(StorageKeyError);
  });
});
