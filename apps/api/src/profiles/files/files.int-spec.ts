import { registerPerson, type Person } from '../../auth/testing';
import { allowEditing, grantCredits } from '../../credits/testing';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import type { Photo } from './dto/file.dto';
import { colourIn, fourColours, photoWithMetadata } from './photo/testing/pictures';
import { createProfile, multipart, putCv, saveDocument } from '../testing';

let test: TestApp;
let visitor: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
});
afterAll(() => test.close());

let people = 0;

/** A person with a saved profile, which `publish` puts under its address. */
async function owner() {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId);
  const { id } = await createProfile(person);
  await saveDocument(person, id, { basics: { name: 'Asha' } });
  people += 1;
  const slug = `files-of-person-${people}`;
  const publication = `/api/profiles/${id}/publication`;
  const publish = (body: object = {}) => person.api.put(publication, { body: { slug, visibility: 'public', ...body } });
  return { person, id, slug, publish, unpublish: () => person.api.send('DELETE', publication, {}) };
}

function putPhoto(person: Person, id: string, bytes: Buffer, query = '') {
  return person.api.put<Photo & { code: string }>(`/api/profiles/${id}/photo${query}`, multipart(bytes));
}

/** The public addresses of a photo's sizes in both formats, as a page would name them. */
function mediaOf({ sizes }: Photo): string[] {
  return sizes.flatMap(({ url, jpegUrl }) =>
    [url, jpegUrl].map((address) => `/p/media/${/[0-9a-f]{64}\.(webp|jpg)/.exec(address)?.[0]}`),
  );
}

const statuses = (addresses: string[], caller = visitor) =>
  Promise.all(addresses.map(async (address) => (await caller.get(address)).status));

describe('the crop of a photo', () => {
  it('crops a photo to the square chosen on the upright picture', async () => {
    const { person, id } = await owner();
    const { body } = await putPhoto(person, id, await fourColours(6), '?x=0&y=0.5&side=0.5');
    const { url = '', jpegUrl = '' } = body.sizes[0] ?? {};
    expect(await colourIn((await visitor.get(url)).bytes)).toBe('blue');
    const jpeg = await visitor.get(jpegUrl);
    expect([jpeg.headers['content-type'], await colourIn(jpeg.bytes)]).toEqual(['image/jpeg', 'blue']);
  });

  it.each([
    ['?x=0.2&y=0.2', 'request.invalid'],
    ['?x=-1&y=0&side=1', 'request.invalid'],
    ['?x=here&y=0&side=1', 'request.invalid'],
    ['?x=0.9&y=0&side=1', 'photo.crop'],
  ])('rejects the slug %s', async (query, code) => {
    const { person, id } = await owner();
    const refused = await putPhoto(person, id, await fourColours(), query);
    expect([refused.status, refused.body.code]).toEqual([400, code]);
  });
});

describe('unpublished files', () => {
  it('serves no public photo before and after publication, nor from the trash', async () => {
    const { person, id, publish, unpublish } = await owner();
    const media = mediaOf((await putPhoto(person, id, await photoWithMetadata(700, 701))).body);
    expect(media).toHaveLength(6);
    const [none, all] = [media.map(() => 404), media.map(() => 200)];
    expect(await statuses(media)).toEqual(none);
    expect(await statuses(media, person.api)).toEqual(none);
    await publish();
    expect(await statuses(media)).toEqual(all);
    await unpublish();
    expect(await statuses(media)).toEqual(none);
    await publish();
    await person.api.send('DELETE', `/api/profiles/${id}`, {});
    expect(await statuses(media)).toEqual(none);
  });

  it('serves unpublished files to nobody but their owner', async () => {
    const [{ person, id }, stranger] = [await owner(), await owner()];
    const { body: photo } = await putPhoto(person, id, await photoWithMetadata(650, 640));
    const { url: cv } = await putCv(person, id);
    const unsigned = photo.sizes.map(({ url }) => url.split('?')[0] ?? '');
    const elsewhere = photo.sizes.map(({ url }) => url.replace(person.user.tenantId, stranger.person.user.tenantId));
    for (const caller of [visitor, stranger.person.api]) {
      expect(await statuses(unsigned, caller)).not.toContain(200);
      expect(await statuses(elsewhere, caller)).toEqual([404, 404, 404]);
    }
    expect((await stranger.person.api.get(cv)).status).toBe(404);
    expect((await visitor.get(cv)).status).toBe(401);
  });

  it('serves no public CV before, while hidden, or after publication', async () => {
    const { person, id, slug, publish, unpublish } = await owner();
    await putCv(person, id);
    const address = [`/p/${slug}/cv.pdf`];
    expect(await statuses(address)).toEqual([404]);
    await publish();
    expect(await statuses(address)).toEqual([404]);
    await publish({ showCv: true });
    expect(await statuses(address)).toEqual([200]);
    await unpublish();
    expect(await statuses(address)).toEqual([404]);
  });
});

describe('published files', () => {
  it('links photos as WebP and JPEG, cached five minutes, without type sniffing', async () => {
    const { person, id, slug, publish } = await owner();
    const media = mediaOf((await putPhoto(person, id, await photoWithMetadata(700, 702))).body);
    await publish();
    const page = await visitor.get(`/p/${slug}`);
    for (const address of media) {
      expect(page.text).toContain(address);
      const { headers } = await visitor.get(address);
      expect(headers['cache-control']).toBe('public, max-age=300, s-maxage=300, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-type']).toBe(address.endsWith('jpg') ? 'image/jpeg' : 'image/webp');
    }
  });

  it('sends a CV as a download, not in the origin of the page', async () => {
    const { person, id, slug, publish } = await owner();
    await putCv(person, id);
    await publish({ showCv: true });
    for (const { headers } of [
      await visitor.get(`/p/${slug}/cv.pdf`),
      await person.api.get(`/api/profiles/${id}/cv/file`),
    ]) {
      expect(headers['content-disposition']).toBe(`attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['cache-control']).toMatch(/^no-(cache|store)$/);
    }
  });
});
