import { registerPerson } from '../../auth/testing';
import { TenantId } from '../../platform/ids/ids';
import { ApiCaller } from '../../platform/testing/api-caller';
import { needing } from '../../platform/testing/installed-program';
import { motoServer, startS3 } from '../../platform/testing/s3-server';
import { FileStorage } from '../../platform/storage/file-storage';
import { startTestApp, type TestApp } from '../../test-app';
import type { CompletedUpload, Upload } from './dto/upload.dto';
import { cvKey, quarantine } from './persistence/file.repository';
import { colourIn, fourColours } from './photo/testing/pictures';
import { createProfile, smallPdf } from '../testing';
import { EmptyQuarantine } from './use-cases/empty-quarantine';
import { RemoveOrphans } from './use-cases/remove-orphans';

let test: TestApp;

/** Sends bytes where an upload goes: to this API, or to the store itself. */
async function put({ url, headers }: Upload, body: Buffer): Promise<number> {
  if (url.startsWith('/')) return (await new ApiCaller(test.app).put(url, { headers, body })).status;
  return (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })).status;
}

async function uploader() {
  const person = await registerPerson(test.app);
  const { id } = await createProfile(person);
  const open = (body: object) => person.api.post<Upload & { code?: string }>(`/api/profiles/${id}/uploads`, { body });
  const complete = (body: object) =>
    person.api.post<CompletedUpload & { code?: string }>(`/api/profiles/${id}/uploads/complete`, { body });
  const openPhoto = async (bytes: Buffer, mediaType = 'image/jpeg') =>
    (await open({ kind: 'photo', mediaType, bytes: bytes.length })).body;
  return { person, id, tenantId: person.user.tenantId, open, complete, openPhoto };
}

async function keys(folder: string): Promise<string[]> {
  const found = [];
  for await (const { key } of test.app.get(FileStorage).listed(folder)) found.push(key);
  return found.sort();
}

/** Lets the test's clock be so many hours after the files were put, which bear the time of the machine. */
const hoursLater = (hours: number) => test.clock.set(new Date(Date.now() + hours * 3_600_000));

function describeUploads(): void {
  it('stores a photo uploaded in three steps and empties quarantine', async () => {
    const { complete, openPhoto } = await uploader();
    const photo = await fourColours(6);
    const upload = await openPhoto(photo);
    expect([upload.method, upload.headers]).toEqual(['PUT', { 'content-type': 'image/jpeg' }]);
    expect(await put(upload, photo)).toBe(200);
    expect(await keys(quarantine)).toHaveLength(1);
    const { status, body } = await complete({ upload: upload.upload, crop: { x: 0.5, y: 0.5, side: 0.5 } });
    expect([status, body.cv]).toEqual([200, null]);
    const shown = await new ApiCaller(test.app).get(body.photo?.sizes[0]?.jpegUrl ?? '');
    expect(await colourIn(shown.bytes)).toBe('white');
    expect(await keys(quarantine)).toEqual([]);
    const again = await complete({ upload: upload.upload });
    expect([again.status, again.body.code]).toEqual([409, 'upload.absent']);
  });

  it('stores an uploaded CV with its file name', async () => {
    const { open, complete } = await uploader();
    const file = { kind: 'cv', mediaType: 'application/pdf', bytes: smallPdf.length, fileName: 'Asha.pdf' };
    const upload = (await open(file)).body;
    expect(await put(upload, smallPdf)).toBe(200);
    expect((await complete({ upload: upload.upload })).body.cv).toMatchObject({ fileName: 'Asha.pdf' });
  });
}

function describeRefusing(): void {
  it('checks the bytes of an upload, not its declared type; stores nothing rejected', async () => {
    const { complete, openPhoto } = await uploader();
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    const upload = await openPhoto(script);
    await put(upload, script);
    const refused = await complete({ upload: upload.upload });
    expect([refused.status, refused.body.code]).toEqual([415, 'file.type']);
    expect(await keys(quarantine)).toEqual([]);
  });
}

function describeWalls(): void {
  it('serves nothing from quarantine', async () => {
    const { person, tenantId, openPhoto } = await uploader();
    const photo = await fourColours();
    await put(await openPhoto(photo), photo);
    const [key = ''] = await keys(`${quarantine}${tenantId}/`);
    const id = key.split('/').at(-1) ?? '';
    for (const address of [`/p/media/${id}`, `/api/photos/${tenantId}/${id}?until=99999&signature=x`, `/${key}`]) {
      expect({ address, status: (await person.api.get(address)).status }).toEqual({ address, status: 404 });
    }
    await test.app.get(FileStorage).delete(key);
  });

  it('accepts an upload for its profile and tenant only, for ten minutes', async () => {
    const [mine, other] = [await uploader(), await uploader()];
    const photo = await fourColours();
    const { upload } = await mine.openPhoto(photo);
    const codes = [await other.complete({ upload }), await mine.complete({ upload: `x${upload}` })];
    expect(codes.map(({ body }) => body.code)).toEqual(['upload.expired', 'upload.expired']);
    test.clock.advance(11 * 60);
    expect((await mine.complete({ upload })).body.code).toBe('upload.expired');
  });

  it.each([
    [{ kind: 'photo', mediaType: 'image/svg+xml', bytes: 10 }, 415, 'file.type'],
    [{ kind: 'cv', mediaType: 'image/png', bytes: 10 }, 415, 'file.type'],
    [{ kind: 'cv', mediaType: 'application/pdf', bytes: 10 * 1024 * 1024 + 1 }, 413, 'file.too-large'],
    [{ kind: 'cv', mediaType: 'application/pdf', bytes: 0 }, 400, 'request.invalid'],
  ])('rejects the upload %j', async (file, status, code) => {
    const { open } = await uploader();
    const refused = await open(file);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });
}

function describeCleaning(): void {
  it('deletes unreferenced bytes once they are a day old, and nothing else', async () => {
    const { tenantId, complete, openPhoto } = await uploader();
    const photo = await fourColours();
    const upload = await openPhoto(photo);
    await put(upload, photo);
    await complete({ upload: upload.upload });
    const named = await keys(`tenants/${tenantId}/`);
    expect(named).toHaveLength(4);
    const storage = test.app.get(FileStorage);
    const orphans = [
      `tenants/${tenantId}/photos/${'0'.repeat(64)}.webp`,
      cvKey(tenantId, '01900000-0000-7000-8000-000000000000'),
      cvKey(TenantId('01900000-0000-7000-8000-000000000001'), '01900000-0000-7000-8000-000000000002'),
    ];
    const foreign = `tenants/${tenantId}/cards/x.png`;
    for (const key of [...orphans, foreign]) await storage.put(key, Buffer.from('x'), { mediaType: 'image/webp' });
    hoursLater(23);
    expect(await test.app.get(RemoveOrphans).execute()).toBe(0);
    hoursLater(25);
    expect(await test.app.get(RemoveOrphans).execute()).toBeGreaterThanOrEqual(3);
    expect(await test.app.get(RemoveOrphans).execute()).toBe(0);
    expect(await keys(`tenants/${tenantId}/`)).toEqual([...named, foreign].sort());
    await expect(storage.get(orphans[2] ?? '')).resolves.toBeNull();
  });

  it('deletes quarantined uploads that can no longer be completed', async () => {
    const { openPhoto } = await uploader();
    const photo = await fourColours();
    await put(await openPhoto(photo), photo);
    const quarantined = test.app.get(EmptyQuarantine);
    hoursLater(0.5);
    await quarantined.execute();
    expect(await keys(quarantine)).toHaveLength(1);
    hoursLater(1);
    await quarantined.execute();
    expect(await keys(quarantine)).toEqual([]);
  });
}

describe('uploads to disk', () => {
  beforeAll(async () => void (test = await startTestApp()));
  afterAll(() => test.close());
  describeUploads();
  describeRefusing();
  describeWalls();
  describeCleaning();

  it('rejects bytes that differ from the declared ones, and an invalid upload token', async () => {
    const { openPhoto } = await uploader();
    const photo = await fourColours();
    const upload = await openPhoto(photo);
    expect(await put(upload, photo.subarray(1))).toBe(400);
    expect(await put({ ...upload, headers: { 'content-type': 'image/png' } }, photo)).toBe(400);
    expect(await put({ ...upload, url: '/api/uploads?ticket=a.b' }, photo)).toBe(409);
    expect(await put({ ...upload, headers: { 'content-type': 'application/zip' } }, photo)).toBe(415);
  });
});

needing(motoServer).describe('uploads where files are in S3', () => {
  let stop: () => Promise<void>;
  beforeAll(async () => {
    process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
    const { endpoint, bucket, stop: end } = await startS3();
    stop = end;
    test = await startTestApp({ STORAGE: 's3', S3_BUCKET: bucket, S3_ENDPOINT: endpoint });
  });
  afterAll(async () => {
    await test.close();
    await stop();
  });
  describeUploads();
  describeRefusing();
  describeWalls();
  describeCleaning();
});
