import { randomUUID } from 'node:crypto';
import { registerPerson } from '../auth/testing';
import { allowEditing, grantCredits } from '../credits/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { describePicture, photoWithMetadata } from '../profiles/testing';
import { createProfile, saveDocument } from '../profiles/testing';

let test: TestApp;
let visitor: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
});
afterAll(() => test.close());

const document = {
  basics: {
    name: 'Meenakshi Iyer',
    label: 'Engineer',
    email: 'meenakshi@example.in',
    phone: '+91 98400 12345',
    location: { address: '7 Secret Street', city: 'Chennai' },
  },
  work: [{ name: 'Acme', position: 'Staff engineer' }],
};

async function publisher(slug = `slug-${randomUUID().slice(0, 8)}`) {
  const person = await registerPerson(test.app);
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId);
  const { id } = await createProfile(person);
  const publish = (body: object = {}) =>
    person.api.put(`/api/profiles/${id}/publication`, { body: { slug, visibility: 'public', ...body } });
  return { person, id, slug, publish };
}

async function published() {
  const made = await publisher();
  await saveDocument(made.person, made.id, document);
  await made.publish();
  return made;
}

const html = { headers: { accept: 'text/html' } };

/** A multipart body with one file. */
function multipart(bytes: Buffer, name: string, type: string) {
  const boundary = 'canar-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

describe('publishing', () => {
  it('requires a subscription at first, a revision and a free, valid slug', async () => {
    const poor = await registerPerson(test.app);
    const { id } = await createProfile(poor);
    const refused = await poor.api.put(`/api/profiles/${id}/publication`, {
      body: { slug: 'poor-one', visibility: 'public' },
    });
    expect([refused.status, refused.body['code']]).toEqual([402, 'subscription.required']);
    const { publish, person, id: own } = await publisher();
    expect((await publish()).body['code']).toBe('profile.unsaved');
    await saveDocument(person, own, document);
    expect((await publish({ slug: 'media' })).body['code']).toBe('slug.reserved');
    expect((await publish({ slug: 'Not A Slug' })).body['code']).toBe('slug.invalid');
    const { slug } = await published();
    expect((await publish({ slug })).body['code']).toBe('slug.taken');
  });

  it('renders the latest revision without script; phone and street are hidden at first', async () => {
    const { slug, publish } = await published();
    const page = await visitor.get(`/p/${slug}`, html);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('Staff engineer');
    expect(page.text).not.toMatch(/98400|Secret Street/);
    for (const form of ['.json', '.vcf']) {
      expect((await visitor.get(`/p/${slug}${form}`)).text).not.toMatch(/98400|Secret Street/);
    }
    await publish({ hiddenFields: [] });
    expect((await visitor.get(`/p/${slug}`, html)).text).toMatch(/98400[\s\S]*/);
  });

  it('returns 304 to a visitor who has the newest page', async () => {
    const { slug } = await published();
    const { headers } = await visitor.get(`/p/${slug}`);
    const again = await visitor.get(`/p/${slug}`, { headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('sends no new CSP with 304, so that a stored page keeps its own', async () => {
    const { slug } = await published();
    const first = await visitor.get(`/p/${slug}`);
    const again = await visitor.get(`/p/${slug}`, { headers: { 'if-none-match': String(first.headers['etag']) } });
    const shown = { ...first.headers, ...again.headers };
    expect(again.status).toBe(304);
    expect(shown['content-security-policy']).toBe(first.headers['content-security-policy']);
  });

  it('renders a new revision at once, and never a draft', async () => {
    const { person, id, slug } = await published();
    await visitor.get(`/p/${slug}`);
    await saveDocument(person, id, { basics: { name: 'Meenakshi R. Iyer' } });
    expect((await visitor.get(`/p/${slug}`)).text).toContain('Meenakshi R. Iyer');
  });

  it('redirects an old slug to the new one; no other tenant can claim it', async () => {
    const { slug, publish } = await published();
    await publish({ slug: `${slug}-new` });
    const moved = await visitor.get(`/p/${slug}`);
    expect([moved.status, moved.headers['location'], moved.headers['cache-control']]).toEqual([
      301,
      `/p/${slug}-new`,
      'no-cache',
    ]);
    const thief = await published();
    expect((await thief.publish({ slug })).body['code']).toBe('slug.taken');
  });

  it('removes a page at once when the profile is unpublished or trashed', async () => {
    const { person, id, slug, publish } = await published();
    await visitor.get(`/p/${slug}`);
    await person.api.send('DELETE', `/api/profiles/${id}/publication`);
    const absent = await visitor.get(`/p/${slug}`, html);
    expect([absent.status, absent.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    await publish();
    expect((await visitor.get(`/p/${slug}`)).status).toBe(200);
    await person.api.send('DELETE', `/api/profiles/${id}`);
    expect((await visitor.get(`/p/${slug}`)).status).toBe(404);
  });

  it('rejects undoing the only revision of a published profile', async () => {
    const { person, id } = await published();
    const headers = { 'idempotency-key': randomUUID() };
    const refused = await person.api.post(`/api/profiles/${id}/revisions/1/undo`, { body: {}, headers });
    expect([refused.status, refused.body['code']]).toEqual([409, 'revision.published']);
  });
});

describe('files', () => {
  it('serves a square photo in sizes, without metadata, only while published', async () => {
    const { person, id, slug } = await published();
    const bytes = await photoWithMetadata(700, 800);
    const put = await person.api.put<{ sizes: { width: number; url: string }[] }>(
      `/api/profiles/${id}/photo`,
      multipart(bytes, '../../x.svg', 'image/svg+xml'),
    );
    expect(put.body.sizes.map(({ width }) => width)).toEqual([640, 320, 160]);
    const own = await visitor.get(put.body.sizes[0]?.url ?? '');
    expect(await describePicture(own.bytes)).toEqual({ width: 640, height: 640, format: 'webp', exif: undefined });
    const [address] = /\/p\/media\/[0-9a-f]{64}\.webp/.exec((await visitor.get(`/p/${slug}`)).text) ?? [];
    expect((await visitor.get(String(address))).headers['content-type']).toBe('image/webp');
    await person.api.send('DELETE', `/api/profiles/${id}/publication`);
    expect((await visitor.get(String(address))).status).toBe(404);
    expect((await visitor.get(`${put.body.sizes[0]?.url}x`)).status).toBe(404);
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['a text with the name of a photo', Buffer.from('GIF89a<script>'), 415],
  ])('rejects %s as a photo', async (_, bytes, status) => {
    const { person, id } = await publisher();
    expect((await person.api.put(`/api/profiles/${id}/photo`, multipart(bytes, 'me.jpg', 'image/jpeg'))).status).toBe(
      status,
    );
  });

  it('rejects a truncated photo and one that is too large', async () => {
    const { person, id } = await publisher();
    const whole = await photoWithMetadata(700, 800);
    const put = async (bytes: Buffer) =>
      (await person.api.put(`/api/profiles/${id}/photo`, multipart(bytes, 'me.jpg', 'image/jpeg'))).status;
    expect(await put(whole.subarray(0, whole.length / 2))).toBe(422);
    expect(await put(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe(413);
  });

  it('serves a CV only while the publication shows it', async () => {
    const { person, id, slug, publish } = await published();
    const cv = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    expect(
      (await person.api.put(`/api/profiles/${id}/cv`, multipart(Buffer.from('hello'), 'cv.pdf', 'application/pdf')))
        .status,
    ).toBe(415);
    const put = await person.api.put(`/api/profiles/${id}/cv`, multipart(cv, 'Meenakshi “CV”.pdf', 'text/html'));
    expect(put.body).toMatchObject({ fileName: 'Meenakshi “CV”.pdf', mediaType: 'application/pdf', bytes: cv.length });
    expect((await visitor.get(`/p/${slug}/cv.pdf`)).status).toBe(404);
    await publish({ showCv: true });
    const shown = await visitor.get(`/p/${slug}/cv.pdf`);
    expect([shown.status, shown.bytes.equals(cv)]).toEqual([200, true]);
    expect(shown.headers['content-disposition']).toMatch(/^attachment; /);
    expect((await person.api.get(String(put.body['url']))).bytes.equals(cv)).toBe(true);
  });
});

it('exports PDF and data of a revision free, without a subscription', async () => {
  const { person, id, slug } = await published();
  test.clock.advance(40 * 86_400);
  const { accessToken } = (
    await visitor.post<{ accessToken: string }>('/api/login', {
      body: { email: person.user.email, password: person.password },
    })
  ).body;
  const owner = visitor.with({ authorization: `Bearer ${accessToken}` });
  const pdf = await owner.get(`/api/profiles/${id}/export/pdf?template=modern`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const json = await owner.get(`/api/profiles/${id}/export/json`);
  expect(json.body).toEqual(document);
  const { name } = document.basics;
  expect((await owner.get(`/api/profiles/${id}/export/md`)).text).toContain(`# ${name}`);
  expect((await owner.get(`/api/profiles/${id}/export/vcf`)).text).toContain(`FN:${name}\r\n`);
  expect((await owner.get(`/api/profiles/${id}/export/docx`)).bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await owner.get(`/api/profiles/${id}/export/exe`)).status).toBe(404);
  expect((await visitor.get(`/p/${slug}.pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

it('names the file of an export by the title, without a path', async () => {
  const person = await registerPerson(test.app);
  const { id } = await createProfile(person, '../../x');
  for (const form of ['json', 'pdf']) {
    const { headers } = await person.api.get(`/api/profiles/${id}/export/${form}?revision=draft`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__.._x.${form}"; filename*=UTF-8''__.._x.${form}`,
    );
  }
});
