import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import type { ShareLink, ShareLinkList } from './dto/share-link.dto';
import { publishDocument, type Publishing } from './testing';

let test: TestApp;
let visitor: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
});
afterAll(() => test.close());

const document = { basics: { name: 'Meenakshi Iyer', label: 'Engineer' } };
const protectedTerms = { visibility: 'protected', password: 'nine quiet words' };
const formats = ['', '.pdf', '.json', '.md', '.vcf', '/card.png', '/qr.svg', '/qr.png'];

async function share({ person, id }: Publishing, body: object = { label: 'Recruiter at Acme' }) {
  const made = await person.api.post<ShareLink>(`/api/profiles/${id}/share-links`, { body });
  const revoke = () => person.api.send('DELETE', `/api/profiles/${id}/share-links/${made.body.id}`);
  return { ...made, base: made.body.url ? new URL(made.body.url).pathname : '', revoke };
}

async function listed({ person, id }: Publishing): Promise<ShareLink[]> {
  return (await person.api.get<ShareLinkList>(`/api/profiles/${id}/share-links`)).body.links;
}

async function statuses(base: string): Promise<number[]> {
  const answers: number[] = [];
  for (const form of formats) answers.push((await visitor.get(`${base}${form}`)).status);
  return answers;
}

const everywhere = (status: number) => formats.map(() => status);

describe('a share link', () => {
  it.each([
    ['an unlisted', { visibility: 'unlisted' }],
    ['a protected', protectedTerms],
  ])('opens %s page in every format without its password, not indexed, not cached', async (_, terms) => {
    const made = await publishDocument(test, document, terms);
    const { status, base, body } = await share(made);
    expect([status, body.label, body.hasPassword]).toEqual([201, 'Recruiter at Acme', false]);
    expect(base).toMatch(new RegExp(`^/p/${made.slug}/s/[\\w-]{22}$`));
    expect(await statuses(base)).toEqual(everywhere(200));
    const page = await visitor.get(base);
    expect([page.headers['cache-control'], page.headers['x-robots-tag']]).toEqual(['private, no-store', 'noindex']);
    expect(page.text).toContain(`href="${base}.pdf"`);
    expect(page.text).not.toContain(`"/p/${made.slug}.pdf"`);
  });

  it('revokes one share link at once and no other', async () => {
    const made = await publishDocument(test, document, protectedTerms);
    const [one, other] = [await share(made), await share(made, { label: 'Friend' })];
    expect((await listed(made)).map(({ label }) => label)).toEqual(['Friend', 'Recruiter at Acme']);
    expect(await statuses(one.base)).toEqual(everywhere(200));
    expect((await one.revoke()).status).toBe(204);
    expect(await statuses(one.base)).toEqual(everywhere(404));
    expect(await statuses(other.base)).toEqual(everywhere(200));
    expect((await listed(made)).map(({ label }) => label)).toEqual(['Friend']);
    expect((await one.revoke()).status).toBe(404);
  });

  it('expires a share link at its own expiry or that of the page', async () => {
    const made = await publishDocument(test, document);
    const at = (seconds: number) => new Date(test.clock.now().getTime() + seconds * 1_000).toISOString();
    await made.publish({ expiresAt: at(60) });
    const [short, long] = [
      await share(made, { label: 'Short', expiresAt: at(30) }),
      await share(made, { label: 'Long', expiresAt: at(90) }),
    ];
    test.clock.advance(30);
    expect([await statuses(short.base), await statuses(long.base)]).toEqual([everywhere(404), everywhere(200)]);
    test.clock.advance(30);
    expect(await statuses(long.base)).toEqual(everywhere(404));
    expect((await share(made, { label: 'Past', expiresAt: at(-1) })).status).toBe(400);
  });

  it('protects a share link by its own password', async () => {
    const made = await publishDocument(test, document, protectedTerms);
    const { base } = await share(made, { label: 'Careful', password: 'for your eyes' });
    expect(await statuses(base)).toEqual(everywhere(401));
    const unlock = (path: string, password: string) =>
      visitor.post(`${path}/unlock`, {
        body: new URLSearchParams({ password }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await unlock(base, 'nine quiet words')).status).toBe(401);
    const opened = await unlock(base, 'for your eyes');
    expect([opened.status, opened.headers['location']]).toEqual([303, base]);
    const cookie = `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`;
    const passed = { headers: { cookie } };
    for (const form of formats)
      expect([form, (await visitor.get(`${base}${form}`, passed)).status]).toEqual([form, 200]);
    expect((await visitor.get(`/p/${made.slug}`, passed)).status).toBe(401);
  });

  it('rejects passwords of pages and links by the rules for accounts', async () => {
    const made = await publishDocument(test, document);
    for (const password of ['12345678', 'Passw0rd!', 'Recruiter 2026']) {
      const link = await share(made, { label: 'Recruiter', password });
      expect([link.status, (link.body as unknown as { code: string }).code]).toEqual([400, 'password.weak']);
    }
    const page = await made.publish({ visibility: 'protected', password: 'Summer2026!' });
    expect([page.status, page.body['code']]).toEqual([400, 'password.weak']);
  });

  it('moves a share link with the slug and pauses it while unpublished', async () => {
    const made = await publishDocument(test, document);
    const stranger = await publishDocument(test, document);
    const { base } = await share(made);
    expect((await visitor.get(base.replace(made.slug, stranger.slug))).status).toBe(404);
    expect((await visitor.get(`${base.slice(0, -22)}${'A'.repeat(22)}`)).status).toBe(404);
    await made.publish({ slug: `${made.slug}-new` });
    const { status, headers } = await visitor.get(`${base}.pdf`);
    const there = `${base.replace(made.slug, `${made.slug}-new`)}.pdf`;
    expect([status, headers['location'], headers['cache-control']]).toEqual([301, there, 'private, no-store']);
    await made.person.api.send('DELETE', `/api/profiles/${made.id}/publication`);
    expect((await visitor.get(base)).status).toBe(404);
    expect((await listed(made)).map(({ url }) => url)).toEqual([null]);
    expect((await share(made)).status).toBe(404);
  });

  it('limits a profile to a hundred labelled share links', async () => {
    const made = await publishDocument(test, document);
    for (const label of ['', '   ', 'x'.repeat(81)]) expect((await share(made, { label })).status).toBe(400);
    await test.sql(
      `INSERT INTO profiles.share_links (tenant_id, id, profile_id, label, token, created_at)
       SELECT $1, gen_random_uuid(), $2, 'Many', substr(md5(random()::text), 1, 22), now() FROM generate_series(1, 100)`,
      [made.person.user.tenantId, made.id],
    );
    const refused = await share(made);
    expect([refused.status, (refused.body as { code?: string }).code]).toEqual([409, 'share-links.too-many']);
  });
});
