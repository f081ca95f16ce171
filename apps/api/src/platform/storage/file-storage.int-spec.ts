import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFileStorage } from '../testing/file-storage-contract';
import { freePort } from '@canar/test-programs';
import { needing } from '../testing/installed-program';
import { motoServer, startS3, type TestS3 } from '../testing/s3-server';
import { DiskStorage } from './disk-storage';
import { S3Storage } from './s3-storage';

describe('files on disk', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'canar-files-'))));
  afterAll(() => rm(folder, { recursive: true }));

  describeFileStorage(() => new DiskStorage(folder), 'contract/');

  it('stores files readable by their owner only, without temporary files', async () => {
    await new DiskStorage(folder).put('private/cv.pdf', Buffer.from('x'), { mediaType: 'application/pdf' });
    expect((await stat(join(folder, 'private/cv.pdf'))).mode & 0o077).toBe(0);
    await expect(readdir(join(folder, 'private'))).resolves.toEqual(['cv.pdf']);
  });

  it('lists only files of the storage', async () => {
    await writeFile(join(folder, '.DS_Store'), '');
    const found: string[] = [];
    for await (const key of new DiskStorage(folder).list()) found.push(key);
    expect(found).not.toContain('.DS_Store');
    expect(found).toContain('private/cv.pdf');
  });

  it('reports a storage folder that cannot be used', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(new DiskStorage(file).reachable()).rejects.toThrow();
  });
});

const outside = process.env['S3_TEST_ENDPOINT'];
const chapters = outside === undefined ? needing(motoServer) : { describe };

/** What is real: the SDK and an S3-compatible server, moto's or the one that S3_TEST_ENDPOINT names. */
chapters.describe('files in S3', () => {
  let server: TestS3;
  let storage: S3Storage;
  const region = 'us-east-1';

  beforeAll(async () => {
    process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
    server =
      outside === undefined
        ? await startS3()
        : { endpoint: outside, bucket: process.env['S3_TEST_BUCKET'] ?? 'test-files', stop: () => Promise.resolve() };
    storage = new S3Storage({ ...server, region });
  });

  afterAll(async () => {
    storage.onApplicationShutdown();
    await server.stop();
  });

  describeFileStorage(() => storage, `${randomUUID()}/`);

  it('empties a folder of more files than one listing names', async () => {
    const keys = Array.from({ length: 1_010 }, (_, index) => `many/${index}`);
    for (let at = 0; at < keys.length; at += 50) {
      await Promise.all(
        keys.slice(at, at + 50).map((key) => storage.put(key, Buffer.from('x'), { mediaType: 'text/plain' })),
      );
    }
    await storage.deleteFolder('many/');
    const left = await Promise.all([keys[0], keys[999], keys[1_009]].map((key) => storage.get(key ?? '')));
    expect(left).toEqual([null, null, null]);
  });

  it('signs an address for one file, its type and its length, for a short time', async () => {
    const amazon = new S3Storage({ bucket: 'uploads', region });
    const allowed = { mediaType: 'image/png', bytes: 1_234, seconds: 600 };
    const { url, headers } = await amazon.putAddress('quarantine/a', allowed);
    const { origin, pathname, searchParams } = new URL(url);
    expect([origin, pathname]).toEqual(['https://uploads.s3.us-east-1.amazonaws.com', '/quarantine/a']);
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host');
    expect(searchParams.get('X-Amz-Expires')).toBe('600');
    expect([...searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
    expect(headers).toEqual({ 'content-type': 'image/png' });
    amazon.onApplicationShutdown();
  });

  it('reports a missing bucket and an unreachable server', async () => {
    const astray = new S3Storage({ ...server, bucket: 'no-such-bucket', region });
    await expect(astray.reachable()).rejects.toThrow();
    const nowhere = new S3Storage({ bucket: 'files', endpoint: `http://127.0.0.1:${await freePort()}`, region });
    await expect(nowhere.reachable()).rejects.toThrow(/ECONNREFUSED/);
    [astray, nowhere].forEach((one) => one.onApplicationShutdown());
  });
});
