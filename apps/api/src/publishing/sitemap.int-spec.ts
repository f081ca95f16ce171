import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { publishDocument } from './testing';

let test: TestApp;
let visitor: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
});
afterAll(() => test.close());

const document = { basics: { name: 'Meenakshi Iyer' } };
const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);

describe('search engines and messengers', () => {
  it('names the sitemap in robots.txt', async () => {
    const { text, headers } = await visitor.get('/robots.txt');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toContain('Sitemap: http://localhost/p/sitemap.xml\n');
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/api\/\n/);
  });

  it('lists public pages in the sitemap, and no others', async () => {
    const shown = await publishDocument(test, document);
    await publishDocument(test, document, { visibility: 'unlisted' });
    await publishDocument(test, document, { visibility: 'protected', password: 'nine quiet words' });
    const expiresAt = new Date(test.clock.now().getTime() + 1_000).toISOString();
    const over = await publishDocument(test, document, { expiresAt });
    const gone = await publishDocument(test, document);
    await gone.person.api.send('DELETE', `/api/profiles/${gone.id}/publication`);
    const before = addresses((await visitor.get('/p/sitemap.xml')).text);
    expect(before).toEqual([shown, over].map(({ slug }) => `http://localhost/p/${slug}`).sort());
    test.clock.advance(1);
    const { text, headers } = await visitor.get('/p/sitemap.xml');
    expect(addresses(text)).toEqual([`http://localhost/p/${shown.slug}`]);
    expect(text).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
    expect(headers['content-type']).toMatch(/^application\/xml/);
  });

  it('describes the person in JSON-LD and a card of 1200 × 630', async () => {
    const { slug } = await publishDocument(test, document);
    const { text } = await visitor.get(`/p/${slug}`);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'ProfilePage', mainEntity: { name: 'Meenakshi Iyer' } });
    const property = (name: string) => new RegExp(`property="${name}" content="([^"]*)"`).exec(text)?.[1] ?? '';
    expect([property('og:image:width'), property('og:image:height')]).toEqual(['1200', '630']);
    const card = new URL(property('og:image'));
    expect(card.href).toContain(`http://localhost/p/${slug}/card.png?version=`);
    const picture = await visitor.get(card.pathname + card.search);
    expect([picture.headers['content-type'], picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([
      'image/png',
      1_200,
      630,
    ]);
  });

  it('splits a sitemap of more than 50,000 pages into an index', async () => {
    const { person, id } = await publishDocument(test, document, { visibility: 'unlisted' });
    await test.sql(
      `WITH made AS (
         INSERT INTO profiles.profiles (tenant_id, id, title, created_at, updated_at)
         SELECT $1, gen_random_uuid(), 'Many', now(), now() FROM generate_series(1, 50100) RETURNING id)
       INSERT INTO profiles.publications
         (tenant_id, profile_id, slug, visibility, hidden_fields, show_cv, template, version, published_at)
       SELECT $1, id, 'many-' || lpad((row_number() OVER ())::text, 6, '0'), 'public', '{}', false, 'classic', 1, now()
       FROM made WHERE id <> $2`,
      [person.user.tenantId, id],
    );
    const index = await visitor.get('/p/sitemap.xml');
    expect(index.text).toContain('<sitemapindex');
    const parts = addresses(index.text);
    expect(parts).toHaveLength(2);
    const pages: string[] = [];
    for (const part of parts) {
      const listed = addresses((await visitor.get(part.replace('http://localhost', ''))).text);
      expect(listed.length).toBeLessThanOrEqual(50_000);
      pages.push(...listed);
    }
    expect(pages.filter((page) => page.includes('/many-'))).toHaveLength(50_100);
    expect(new Set(pages).size).toBe(pages.length);
    expect((await visitor.get('/p/sitemap.xml?from=%3Cb%3E')).status).toBe(404);
  });
});
