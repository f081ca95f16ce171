import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FileStorage } from '../storage/file-storage';
import { StorageKeyError } from '../storage/storage-key';

const webp = { mediaType: 'image/webp' };

/**
 * What every store of files must do.
 * @param store gives the store under test; called inside the tests
 * @param root a folder of keys that is this run's own, ending with `/`
 */
export function describeFileStorage(store: () => FileStorage, root: string): void {
  describeKeeping(store, root);
  describeRemoving(store, root);
  describeKeys(store);
  describeReplacing(store, root);
  describeAges(store, root);
  describePutting(store, root);
  describeStreams(store, root);
  it('lists every stored key, and no deleted one', async () => {
    const keys = [`${root}listed/a`, `${root}listed/b/c`];
    for (const key of [...keys, `${root}listed/gone`]) await store().put(key, Buffer.from('x'), webp);
    await store().delete(`${root}listed/gone`);
    const found: string[] = [];
    for await (const key of store().list()) if (key.startsWith(`${root}listed/`)) found.push(key);
    expect(found.sort()).toEqual(keys);
  });
  it('reports that the storage can be reached', async () => {
    await expect(store().reachable()).resolves.toBeUndefined();
  });
}

function describeKeeping(store: () => FileStorage, root: string): void {
  it('returns the bytes, their number and the media type of a file', async () => {
    const bytes = randomBytes(100_000);
    await store().put(`${root}a/photo.webp`, bytes, webp);
    const file = await store().get(`${root}a/photo.webp`);
    expect(Buffer.compare(file?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(file).toMatchObject({ mediaType: 'image/webp', length: 100_000 });
  });

  it.each([
    ['no bytes', new Uint8Array()],
    ['newlines and zeros', Uint8Array.of(10, 10, 0, 10, 255)],
  ])('stores a file of %s', async (_, bytes) => {
    await store().put(`${root}odd`, bytes, { mediaType: 'text/plain; charset=utf-8', cacheControl: 'no-cache' });
    const file = await store().get(`${root}odd`);
    expect([...(file?.bytes ?? [1])]).toEqual([...bytes]);
    expect(file?.mediaType).toBe('text/plain; charset=utf-8');
  });

  it('replaces a stored file', async () => {
    await store().put(`${root}b`, Buffer.from('longer than the next'), { mediaType: 'text/plain' });
    await store().put(`${root}b`, Buffer.from('next'), webp);
    expect(await store().get(`${root}b`)).toMatchObject({ mediaType: 'image/webp', length: 4 });
  });

  it('finds no file under an unused key or a folder', async () => {
    await store().put(`${root}c/d`, Buffer.from('x'), webp);
    await expect(store().get(`${root}nothing`)).resolves.toBeNull();
    await expect(store().get(`${root}c`)).resolves.toBeNull();
    await expect(store().get(`${root}c/d/e`)).resolves.toBeNull();
  });
}

function describeRemoving(store: () => FileStorage, root: string): void {
  it('deletes a file, and accepts deleting a missing one', async () => {
    await store().put(`${root}d`, Buffer.from('x'), webp);
    await store().delete(`${root}d`);
    await store().delete(`${root}d`);
    await expect(store().get(`${root}d`)).resolves.toBeNull();
  });

  it('deletes a folder of files and nothing else', async () => {
    const inside = [`${root}tenants/1/a`, `${root}tenants/1/b/c`];
    for (const key of [...inside, `${root}tenants/10/a`]) await store().put(key, Buffer.from('x'), webp);
    await store().deleteFolder(`${root}tenants/1/`);
    await store().deleteFolder(`${root}tenants/1/`);
    for (const key of inside) await expect(store().get(key)).resolves.toBeNull();
    await expect(store().get(`${root}tenants/10/a`)).resolves.not.toBeNull();
  });
}

function describeKeys(store: () => FileStorage): void {
  it.each(['../escape', '/absolute', 'a/../../b', 'Upper', 'a\\b', ''])('rejects the key %j', async (key) => {
    await expect(store().put(key, Buffer.from('x'), webp)).rejects.toThrow(StorageKeyError);
    await expect(store().get(key)).rejects.toThrow(StorageKeyError);
    await expect(store().delete(key)).rejects.toThrow(StorageKeyError);
    await expect(store().deleteFolder(`${key}/`)).rejects.toThrow(StorageKeyError);
  });
}

function describeAges(store: () => FileStorage, root: string): void {
  const hour = 3_600_000;

  it('lists only the files of a folder, with the time of each', async () => {
    for (const key of ['aged/1/a', 'aged/1/b/c', 'aged/10/a']) await store().put(root + key, Buffer.from('x'), webp);
    const found = [];
    for await (const file of store().listed(`${root}aged/1/`)) found.push(file);
    expect(found.map(({ key }) => key).sort()).toEqual([`${root}aged/1/a`, `${root}aged/1/b/c`]);
    for (const { storedAt } of found) expect(Math.abs(storedAt.getTime() - Date.now())).toBeLessThan(hour);
  });

  it('deletes files older than the limit and ignores files that are gone', async () => {
    const key = `${root}aged/old`;
    await store().put(key, Buffer.from('x'), webp);
    await expect(store().deleteOlder(key, new Date(Date.now() - hour))).resolves.toBe(false);
    await expect(store().get(key)).resolves.not.toBeNull();
    await expect(store().deleteOlder(key, new Date(Date.now() + hour))).resolves.toBe(true);
    await expect(store().get(key)).resolves.toBeNull();
    await expect(store().deleteOlder(key, new Date(Date.now() + hour))).resolves.toBe(false);
  });
}

function describePutting(store: () => FileStorage, root: string): void {
  it('signs an address for an upload by the browser, or reports that it cannot', async () => {
    const key = `${root}put/by-a-browser`;
    const body = randomBytes(1_000);
    const address = await store().putAddress(key, { mediaType: 'image/png', bytes: body.length, seconds: 60 });
    if (!address) return expect(address).toBeNull();
    const answer = await fetch(address.url, { method: 'PUT', headers: address.headers, body });
    expect(answer.status).toBe(200);
    expect(await store().get(key)).toMatchObject({ mediaType: 'image/png', length: 1_000 });
  });
}

function describeStreams(store: () => FileStorage, root: string): void {
  it('keeps a file of the disk, and gives it out piece by piece', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'canar-put-'));
    const bytes = randomBytes(300_000);
    await writeFile(join(folder, 'export.zip'), bytes);
    await store().putFile(`${root}streams/a.zip`, join(folder, 'export.zip'), { mediaType: 'application/zip' });
    await rm(folder, { recursive: true });
    const opened = await store().open(`${root}streams/a.zip`);
    expect(opened?.length).toBe(300_000);
    expect(opened && (await buffer(opened.contents)).equals(bytes)).toBe(true);
    expect(await store().get(`${root}streams/a.zip`)).toMatchObject({ mediaType: 'application/zip', length: 300_000 });
    for (const key of ['streams/none', 'streams', 'streams/a.zip/b'])
      await expect(store().open(root + key)).resolves.toBeNull();
  });
}

function describeReplacing(store: () => FileStorage, root: string): void {
  it('returns a complete file while it is being replaced', async () => {
    const versions = [
      { bytes: Buffer.alloc(300_000, 'a'), mediaType: 'text/plain' },
      { bytes: Buffer.alloc(100, 'b'), mediaType: 'image/png' },
    ];
    const put = (turn: number) => {
      const { bytes, mediaType } = versions[turn % 2] as (typeof versions)[number];
      return store().put(`${root}busy`, bytes, { mediaType });
    };
    await put(0);
    const writing = Promise.all(Array.from({ length: 12 }, (_, turn) => put(turn)));
    const seen = await Promise.all(Array.from({ length: 40 }, () => store().get(`${root}busy`)));
    await writing;
    const legal = versions.map(({ bytes, mediaType }) => `${mediaType} ${bytes.length} ${bytes[0]}`);
    for (const file of seen) expect(legal).toContain(`${file?.mediaType} ${file?.length} ${file?.bytes.at(-1)}`);
  });
}
