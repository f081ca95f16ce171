import { Actor, bodyOf } from '@canar/actor';
import type { ApiProcess } from './product/api-process';
import { eventually } from './product/eventually';
import { Product } from './product/product';

const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const laptop = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let product: Product;
let actor: Actor;
let here: ApiProcess;
let there: ApiProcess;
beforeAll(async () => {
  product = await Product.prepare();
  here = await product.startApi();
  there = await product.startApi();
  actor = await Actor.subscriber(here.origin);
});
afterAll(() => product.close());

async function look(api: ApiProcess, path: string, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(`${api.origin}/p/${path}`, { headers });
  await answer.arrayBuffer();
  return answer;
}

function statisticsOf(id: string) {
  return bodyOf(actor.client.GET('/api/profiles/{id}/statistics', { params: { path: { id } } }));
}

it('counts visits at two processes once, by link, file, device and referrer; no bots', async () => {
  const id = await actor.createPublishedProfile('looked-at');
  const link = await actor.createShareLink(id, 'Recruiter at Acme');
  const linked = new URL(link.url).pathname.slice('/p/'.length);
  const first = await look(here, 'looked-at', { 'user-agent': laptop, referer: 'https://www.linkedin.com/feed/' });
  const known = { 'user-agent': laptop, 'if-none-match': String(first.headers.get('etag')) };
  expect((await look(here, 'looked-at', known)).status).toBe(304);
  await look(there, 'looked-at.pdf', { 'user-agent': phone });
  for (const form of ['', '.vcf']) await look(there, `${linked}${form}`, { 'user-agent': phone });
  for (const program of ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.5.0'])
    await look(here, 'looked-at', { 'user-agent': program });
  await look(here, 'looked-at', { 'user-agent': laptop, 'sec-purpose': 'prefetch' });
  const statistics = await eventually(
    () => statisticsOf(id),
    ({ totals }) => totals.views + totals.downloads >= 5,
  );
  expect(statistics.totals).toEqual({ views: 3, downloads: 2 });
  expect(statistics.days.at(-1)).toMatchObject(statistics.totals);
  expect(statistics.devices.map(({ views }) => views)).toEqual([2, 1, 0, 0]);
  expect(statistics.referrers).toContainEqual({ source: 'host', host: 'linkedin.com', views: 1 });
  expect(statistics.downloads.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual(['pdf', 'vcard']);
  expect(statistics.links).toMatchObject([{ label: 'Recruiter at Acme', revoked: false, views: 1, downloads: 1 }]);
});

it('a process stores its counted views before it ends', async () => {
  const id = await actor.createPublishedProfile('seen-last');
  for (let times = 0; times < 3; times += 1) await look(there, 'seen-last', { 'user-agent': laptop });
  await there.stop();
  expect((await statisticsOf(id)).totals).toEqual({ views: 3, downloads: 0 });
});
