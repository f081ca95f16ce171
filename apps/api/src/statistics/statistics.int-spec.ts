import { Client } from 'pg';
import { registerPerson } from '../auth/testing';
import type { TenantId } from '../platform/ids/ids';
import { JobHandlers } from '../platform/jobs/job-handlers';
import { ApiCaller } from '../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../test-app';
import type { ShareLink } from '../publishing/testing';
import type { Statistics } from './dto/statistics.dto';
import { VisitCounter } from './visit-counter';
import { putCv } from '../profiles/testing';
import { publishDocument, type Publishing } from '../publishing/testing';
import { emptyTrashJob } from '../profiles/testing';

const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const laptop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';

let test: TestApp;
let visitor: ApiCaller;
let made: Publishing;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app, { 'user-agent': laptop });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set('2026-01-15T23:50:00Z');
  made = await publishDocument(test, { basics: { name: 'Meenakshi Iyer' } });
});

async function readStatistics(query = ''): Promise<Statistics> {
  await test.app.get(VisitCounter, { strict: false }).flush();
  return (await made.person.api.get<Statistics>(`/api/profiles/${made.id}/statistics${query}`)).body;
}

const visit = (form = '', headers: Record<string, string> = {}) => visitor.get(`/p/${made.slug}${form}`, { headers });

describe('the statistics of a profile', () => {
  it('reports views and downloads by day, referrer, device and file', async () => {
    await putCv(made.person, made.id);
    await made.publish({ showCv: true });
    const first = await visit('', { referer: 'https://www.linkedin.com/feed/' });
    await visit('', { 'if-none-match': String(first.headers['etag']), 'user-agent': phone });
    for (const form of ['.pdf', '.json', '.md', '.md', '.vcf', '/cv.pdf']) await visit(form);
    test.clock.advance(660);
    await visit();
    const { days, totals, referrers, devices, downloads, from, to } = await readStatistics();
    expect([from, to, days.length]).toEqual(['2025-12-18', '2026-01-16', 30]);
    expect(days.slice(-3)).toEqual([
      { date: '2026-01-14', views: 0, downloads: 0 },
      { date: '2026-01-15', views: 2, downloads: 6 },
      { date: '2026-01-16', views: 1, downloads: 0 },
    ]);
    expect(totals).toEqual({ views: 3, downloads: 6 });
    expect(referrers).toEqual([
      { source: 'direct', host: null, views: 2 },
      { source: 'host', host: 'linkedin.com', views: 1 },
    ]);
    expect(devices.map(({ views }) => views)).toEqual([2, 1, 0, 0]);
    expect(downloads.map(({ count }) => count)).toEqual([1, 1, 2, 1, 1]);
  });

  it('ignores pictures, errors, redirects, HEAD, bots and prefetches', async () => {
    for (const form of ['/card.png', '/qr.svg', '.exe', '/cv.pdf', '-not']) await visit(form);
    await visitor.send('HEAD', `/p/${made.slug}`);
    for (const agent of ['Mozilla/5.0 (compatible; Googlebot/2.1)', 'WhatsApp/2.24', 'curl/8.5.0', ''])
      await visit('', { 'user-agent': agent });
    for (const name of ['sec-purpose', 'purpose', 'x-moz']) await visit('', { [name]: 'prefetch' });
    await made.publish({ slug: `${made.slug}-new` });
    expect((await visit()).status).toBe(301);
    await made.publish({ visibility: 'protected', password: 'nine quiet words' });
    expect((await visit()).status).toBe(401);
    expect((await readStatistics()).totals).toEqual({ views: 0, downloads: 0 });
  });

  it.each([
    ['a page', (base: string) => base, { visibility: 'protected', password: 'nine quiet words' }],
    ['a link', (_: string, link: string) => link, {}],
  ])('passes the referrer through the form of %s, also after a wrong password', async (_, pick, terms) => {
    await made.publish(terms);
    const path = `/api/profiles/${made.id}/share-links`;
    const link = await made.person.api.post<ShareLink>(path, { body: { label: 'A', password: 'nine quiet words' } });
    const base = pick(`/p/${made.slug}`, new URL(String(link.body.url)).pathname);
    const accept = 'text/html';
    let form = await visitor.get(base, { headers: { accept, referer: 'https://www.linkedin.com/feed/' } });
    const send = (password: string) => {
      const [, from = ''] = /name="from" value="([^"]*)"/.exec(form.text) ?? [];
      return visitor.post(`${base}/unlock`, {
        body: new URLSearchParams({ password, from }).toString(),
        headers: { accept, 'content-type': 'application/x-www-form-urlencoded', referer: `http://localhost${base}` },
      });
    };
    form = await send('seven other words');
    expect(form.status).toBe(401);
    const { headers, cookies } = await send('nine quiet words');
    const cookie = `${cookies[0]?.name}=${cookies[0]?.value}`;
    const page = await visitor.get(String(headers['location']), {
      headers: { cookie, referer: `http://localhost${base}` },
    });
    expect([headers['location'], page.status]).toEqual([`${base}?from=linkedin.com`, 200]);
    expect((await readStatistics()).referrers).toEqual([{ source: 'host', host: 'linkedin.com', views: 1 }]);
  });

  it('ignores the owner, by cookie or token, and counts other signed-in people', async () => {
    const stranger = await registerPerson(test.app);
    await visit('', { cookie: made.person.cookie });
    await made.person.api.with({ 'user-agent': laptop }).get(`/p/${made.slug}.pdf`);
    await made.person.api.post('/api/logout', { headers: { cookie: made.person.cookie } });
    await visit('', { cookie: made.person.cookie });
    await visit('', { cookie: stranger.cookie });
    await test.app.get(VisitCounter, { strict: false }).flush();
    const counts = await test.sql('SELECT facet, value, count FROM profiles.visit_counts WHERE profile_id = $1', [
      made.id,
    ]);
    expect(counts).toHaveLength(3);
    expect(counts).toContainEqual({ facet: 'kind', value: 'page', count: 1 });
  });

  it('reports each share link, also a revoked one', async () => {
    const share = async (label: string) => {
      const path = `/api/profiles/${made.id}/share-links`;
      const { body } = await made.person.api.post<ShareLink>(path, { body: { label } });
      return { id: body.id, base: new URL(String(body.url)).pathname };
    };
    const [acme, quiet, unseen] = [await share('Acme'), await share('Quiet'), await share('Unseen')];
    for (const form of ['', '', '.pdf']) await visitor.get(`${acme.base}${form}`);
    await visit();
    for (const { id } of [acme, unseen])
      await made.person.api.send('DELETE', `/api/profiles/${made.id}/share-links/${id}`);
    const { links, totals } = await readStatistics();
    expect(totals).toEqual({ views: 3, downloads: 1 });
    expect(links).toEqual([
      { id: acme.id, label: 'Acme', revoked: true, views: 2, downloads: 1 },
      { id: quiet.id, label: 'Quiet', revoked: false, views: 0, downloads: 0 },
    ]);
  });

  it('requires calendar days, at most 366, and the own tenant', async () => {
    const path = `/api/profiles/${made.id}/statistics`;
    for (const wrong of ['from=yesterday', 'to=2026-02-30', 'from=0001-01-01', 'from=2026-01-16', 'from=2024-01-01']) {
      expect([wrong, (await made.person.api.get(`${path}?${wrong}`)).status]).toEqual([wrong, 400]);
    }
    const reversed = await made.person.api.get(`${path}?from=2026-01-10&to=2026-01-01`);
    expect(reversed.body).toMatchObject({ code: 'statistics.range' });
    expect((await readStatistics('?from=2026-01-01&to=2026-01-07')).days).toHaveLength(7);
    const stranger = await registerPerson(test.app);
    expect([(await stranger.api.get(path)).status, (await visitor.get(path)).status]).toEqual([404, 401]);
  });

  it('stores statistics of a trashed profile until it is purged', async () => {
    await visit();
    await readStatistics();
    await visit('.pdf');
    await made.person.api.send('DELETE', `/api/profiles/${made.id}`);
    await readStatistics();
    const counted = () => test.sql('SELECT facet FROM profiles.visit_counts WHERE profile_id = $1', [made.id]);
    expect(await counted()).toHaveLength(4);
    await test.sql(`UPDATE profiles.profiles SET deleted_at = deleted_at - interval '30 days' WHERE id = $1`, [
      made.id,
    ]);
    await test.app.get(JobHandlers).work(emptyTrashJob, {});
    expect(await counted()).toEqual([]);
  });
});

describe('the counts of visits', () => {
  it('isolates visit counts by tenant', async () => {
    await visit();
    await readStatistics();
    const client = new Client({ connectionString: test.database.appUrl });
    await client.connect();
    const seen = async (tenant: TenantId) => {
      await client.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenant]);
      return (await client.query('SELECT 1 FROM profiles.visit_counts WHERE profile_id = $1', [made.id])).rowCount;
    };
    const stranger = await registerPerson(test.app);
    expect([await seen(made.person.user.tenantId), await seen(stranger.user.tenantId)]).toEqual([3, 0]);
    await expect(client.query('UPDATE profiles.visit_counts SET count = 1000')).rejects.toThrow('permission denied');
    await client.end();
  });

  it('writes counts of every process when it stops', async () => {
    const peer = await startPeer(test);
    await new ApiCaller(peer, { 'user-agent': phone }).get(`/p/${made.slug}`);
    await visit();
    await peer.close();
    expect((await readStatistics()).devices.map(({ views }) => views)).toEqual([1, 1, 0, 0]);
  });

  it('separates at most fifty referrers per day over all writes', async () => {
    const from = (host: string) => visit('', { referer: `https://${host}.example/` });
    for (let host = 0; host < 30; host += 1) await from(`early${host}`);
    await readStatistics();
    for (let host = 0; host < 30; host += 1) await from(`late${host}`);
    for (const host of ['early3', 'late7', 'late7', 'late7']) await from(host);
    const { referrers } = await readStatistics();
    expect(referrers).toHaveLength(51);
    const views = new Map(referrers.map(({ host, views }) => [host, views]));
    expect(['early3.example', 'late7.example', null].map((host) => views.get(String(host)) ?? views.get(null))).toEqual(
      [2, 4, 10],
    );
  });
});
