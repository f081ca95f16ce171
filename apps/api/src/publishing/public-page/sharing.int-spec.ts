import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { photoWithMetadata } from '../../profiles/testing';
import { multipart } from '../../profiles/testing';
import { publishDocument, type Publishing } from '../testing';

let test: TestApp;
let visitor: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
});
afterAll(() => test.close());

const document = { basics: { name: 'Meenakshi Iyer', label: 'Engineer' } };
const password = 'nine quiet words';
const protectedTerms = { visibility: 'protected', password };
const browser = { headers: { accept: 'text/html' } };
const formats = ['', '.pdf', '.json', '.md', '.vcf', '/card.png', '/qr.svg', '/qr.png'];

function unlock(base: string, typed: string): Promise<TestResponse<unknown>> {
  return visitor.post(`${base}/unlock`, {
    body: new URLSearchParams({ password: typed }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
}

/** The statuses of a page in every format, for a visitor with this cookie. */
async function statuses(base: string, cookie = ''): Promise<number[]> {
  const answers: number[] = [];
  for (const form of formats) answers.push((await visitor.get(`${base}${form}`, { headers: { cookie } })).status);
  return answers;
}

const everywhere = (status: number) => formats.map(() => status);

/** The unlock cookie that the browser sends, and the paths to which it sends it. */
function passOf(answer: TestResponse<unknown>): { cookie: string; paths: string[] } {
  const { cookies } = answer as { cookies: { name: string; value: string; path?: string }[] };
  return { cookie: `${cookies[0]?.name}=${cookies[0]?.value}`, paths: cookies.map(({ path }) => String(path)) };
}

async function opened(slug: string, typed = password): Promise<string> {
  return passOf(await unlock(`/p/${slug}`, typed)).cookie;
}

async function withPhoto({ person, id }: Publishing): Promise<void> {
  const sent = await person.api.put(`/api/profiles/${id}/photo`, multipart(await photoWithMetadata(700, 700)));
  if (sent.status !== 200) throw new Error(`Putting a photo answered ${sent.status}: ${sent.text}`);
}

describe('a protected page', () => {
  it('serves no format of a protected page before the password, all of them after', async () => {
    const { slug } = await publishDocument(test, document, protectedTerms);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(401));
    const answer = await unlock(`/p/${slug}`, password);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/p/${slug}`]);
    const { cookie, paths } = passOf(answer);
    expect(paths).toEqual(['', '.pdf', '.json', '.md', '.vcf'].map((form) => `/p/${slug}${form}`));
    expect(await statuses(`/p/${slug}`, cookie)).toEqual(everywhere(200));
  });

  it('renders an anonymous password form without script, not cached, not indexed', async () => {
    const { slug } = await publishDocument(test, document, protectedTerms);
    const page = await visitor.get(`/p/${slug}`, browser);
    expect(page.text).toContain(`<form action="/p/${slug}/unlock" method="post">`);
    expect(page.text).not.toMatch(/Meenakshi|<script/);
    const hindi = await visitor.get(`/p/${slug}.pdf`, {
      headers: { ...browser.headers, 'accept-language': 'hi-IN,en' },
    });
    expect(hindi.text).toContain('पासवर्ड');
    const shown = await visitor.get(`/p/${slug}`, { headers: { cookie: await opened(slug) } });
    for (const { headers } of [page, shown]) {
      expect([headers['cache-control'], headers['x-robots-tag']]).toEqual(['private, no-store', 'noindex']);
    }
    expect(shown.text).toContain('<meta name="robots" content="noindex"/>');
  });

  it('rejects a wrong password and forged, foreign or expired cookies', async () => {
    const { slug } = await publishDocument(test, document, protectedTerms);
    const other = await publishDocument(test, document, protectedTerms);
    const wrong = await unlock(`/p/${slug}`, 'nine quiet word');
    expect([wrong.status, wrong.cookies]).toEqual([401, []]);
    expect(wrong.text).toContain('role="alert"');
    const cookie = await opened(slug);
    const last = cookie.endsWith('A') ? 'B' : 'A';
    for (const refused of [`${cookie.slice(0, -1)}${last}`, await opened(other.slug), 'canar-unlock=9999999999.x']) {
      expect((await visitor.get(`/p/${slug}`, { headers: { cookie: refused } })).status).toBe(401);
    }
    test.clock.advance(3_599);
    expect((await visitor.get(`/p/${slug}`, { headers: { cookie } })).status).toBe(200);
    test.clock.advance(1);
    expect((await visitor.get(`/p/${slug}`, { headers: { cookie } })).status).toBe(401);
  });

  it('ends unlock cookies at once when another password is set', async () => {
    const { slug, publish } = await publishDocument(test, document, protectedTerms);
    const cookie = await opened(slug);
    await publish({ visibility: 'protected', showCv: true });
    expect((await visitor.get(`/p/${slug}`, { headers: { cookie } })).status).toBe(200);
    await publish({ visibility: 'protected', password: 'another quiet word' });
    expect((await visitor.get(`/p/${slug}`, { headers: { cookie } })).status).toBe(401);
    expect((await unlock(`/p/${slug}`, password)).status).toBe(401);
    await publish({ visibility: 'unlisted' });
    expect((await visitor.get(`/p/${slug}`)).status).toBe(200);
    const refused = await publish({ visibility: 'protected' });
    expect([refused.status, refused.body['code']]).toEqual([400, 'publication.password-missing']);
  });

  it('stores only a hash of the password and returns none', async () => {
    const { person, id, publish } = await publishDocument(test, document, protectedTerms);
    const [row] = await test.sql<{ password_hash: string }>(
      'SELECT password_hash FROM profiles.publications WHERE profile_id = $1',
      [id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$/);
    for (const { text } of [await publish(protectedTerms), await person.api.get(`/api/profiles/${id}`)]) {
      expect(text).not.toMatch(/argon2|quiet words/);
    }
  });

  it('serves the photo of a protected page below that page only', async () => {
    const made = await publishDocument(test, document);
    await withPhoto(made);
    const [shared] = /\/p\/media\/[0-9a-f]{64}\.webp/.exec((await visitor.get(`/p/${made.slug}`)).text) ?? [];
    expect((await visitor.get(String(shared))).status).toBe(200);
    await made.publish(protectedTerms);
    expect((await visitor.get(String(shared))).status).toBe(404);
    const cookie = await opened(made.slug);
    const { text } = await visitor.get(`/p/${made.slug}`, { headers: { cookie } });
    const [own] = new RegExp(`/p/${made.slug}/photo/[0-9a-f]{64}\\.webp`).exec(text) ?? [];
    expect((await visitor.get(String(own))).status).toBe(401);
    const shown = await visitor.get(String(own), { headers: { cookie } });
    expect([shown.status, shown.headers['cache-control']]).toEqual([200, 'private, no-store']);
  });
});

describe('an unlisted page', () => {
  it('keeps an unlisted page and its photo out of indexes and shared caches', async () => {
    const made = await publishDocument(test, document, { visibility: 'unlisted' });
    await withPhoto(made);
    const page = await visitor.get(`/p/${made.slug}`);
    const [photo = ''] = new RegExp(`/p/${made.slug}/photo/[0-9a-f]{64}\\.webp`).exec(page.text) ?? [];
    for (const address of [...formats.map((format) => `/p/${made.slug}${format}`), photo]) {
      const { status, headers } = await visitor.get(address);
      const policy = [status, headers['cache-control'], headers['x-robots-tag']];
      expect([address, ...policy]).toEqual([address, 200, 'private, no-cache', 'noindex']);
    }
    for (const address of [`/p/${made.slug}`, photo, `/p/${made.slug}/card.png`]) {
      const { etag } = (await visitor.get(address)).headers;
      const again = await visitor.get(address, { headers: { 'if-none-match': String(etag) } });
      expect([address, again.status]).toEqual([address, 304]);
    }
    await made.person.api.send('DELETE', `/api/profiles/${made.id}/photo`);
    const known = { headers: { 'if-none-match': `"${photo.slice(photo.lastIndexOf('/') + 1)}"` } };
    expect((await visitor.get(photo, known)).status).toBe(404);
    expect((await visitor.get(`/p/media/${photo.slice(photo.lastIndexOf('/') + 1)}`)).status).toBe(404);
  });
});

describe('an expiry', () => {
  const inTenMinutes = () => new Date(test.clock.now().getTime() + 600_000).toISOString();

  it.each([
    ['public', {}],
    ['protected', protectedTerms],
  ])('expires every format of a %s page at expiresAt, also one in memory', async (_, terms) => {
    const made = await publishDocument(test, document, { ...terms, expiresAt: inTenMinutes() });
    await withPhoto(made);
    test.clock.advance(1);
    const cookie = 'password' in terms ? await opened(made.slug) : '';
    expect(await statuses(`/p/${made.slug}`, cookie)).toEqual(everywhere(200));
    const shown = await visitor.get(`/p/${made.slug}`, { headers: { cookie } });
    const [photo] = /\/p\/[^" ]+\/[0-9a-f]{64}\.webp/.exec(shown.text) ?? [];
    expect((await visitor.get(String(photo), { headers: { cookie } })).status).toBe(200);
    test.clock.advance(599);
    expect(await statuses(`/p/${made.slug}`, cookie)).toEqual(everywhere(404));
    expect((await visitor.get(String(photo), { headers: { cookie } })).status).toBe(404);
    for (const { text, headers } of [
      await visitor.get(`/p/${made.slug}`, browser),
      await visitor.get(`/p/${made.slug}`),
    ]) {
      expect(text).toMatch(/There is no profile here\.|Not found\./);
      expect(headers['cache-control']).toContain('no-store');
      expect(headers['x-robots-tag']).toBe('noindex');
    }
    expect((await made.publish({ ...terms, password: undefined })).status).toBe(200);
    expect(await statuses(`/p/${made.slug}`, cookie)).toEqual(everywhere(200));
  });

  it('rejects an expiry in the past', async () => {
    const { publish } = await publishDocument(test, document);
    const refused = await publish({ expiresAt: test.clock.now().toISOString() });
    expect([refused.status, refused.body['code']]).toEqual([400, 'publication.expiry-past']);
    for (const expiresAt of ['tomorrow', '2026-W30-1', '2030-13-01T00:00:00Z']) {
      expect((await publish({ expiresAt })).status).toBe(400);
    }
  });
});

it('sets an unlock cookie that only a page over https reads', async () => {
  const other = await startTestApp({ PUBLIC_URL: 'https://canar.example' });
  try {
    visitor = new ApiCaller(other.app);
    const { slug } = await publishDocument(other, document, protectedTerms);
    const answer = await unlock(`/p/${slug}`, password);
    const { cookies } = answer as unknown as { cookies: object[] };
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ name: '__Secure-canar-unlock', secure: true, httpOnly: true, sameSite: 'Lax' });
    }
    const { cookie } = passOf(answer);
    expect((await statuses(`/p/${slug}`, cookie))[0]).toBe(200);
    expect((await statuses(`/p/${slug}`, cookie.replace('__Secure-', '')))[0]).toBe(401);
  } finally {
    visitor = new ApiCaller(test.app);
    await other.close();
  }
});
