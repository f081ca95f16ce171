import { Actor, etagOf } from '@canar/actor';
import type { ApiProcess } from '../product/api-process';
import { Product } from '../product/product';
import { hostileDocuments, monsters } from './hostile-documents';
import { pageFaults } from './page-faults';

const wanted = Number(process.env['HOSTILE_DOCUMENTS'] ?? 200);
/** Every so many of the accepted documents are also printed, and read as data and as a card. */
const printedOf = 8;

let product: Product;
let api: ApiProcess;
let actor: Actor;

beforeAll(async () => {
  product = await Product.prepare();
  api = await product.startApi();
  actor = await Actor.subscriber(api.origin);
  await actor.buyCredits(60);
});
afterAll(() => product.close());

/** A published profile into whose draft raw JSON is put. */
interface Target {
  id: string;
  slug: string;
  etag: string;
}

interface Refusal {
  status: number;
  type: string;
  code: unknown;
}

async function target(slug: string): Promise<Target> {
  const id = await actor.createPublishedProfile(slug);
  return { id, slug, etag: await actor.editDraft(id, { basics: { name: `${slug} again` } }) };
}

/** Puts a document into the draft. @returns how it was refused, or null */
async function put(profile: Target, json: string): Promise<Refusal | null> {
  const answer = await fetch(`${api.origin}/api/profiles/${profile.id}/draft`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${actor.accessToken}`,
      'content-type': 'application/json',
      'if-match': profile.etag,
    },
    body: `{"document":${json}}`,
  });
  const text = await answer.text();
  if (answer.status === 200) {
    profile.etag = etagOf(answer);
    return null;
  }
  const { code } = JSON.parse(text) as { code?: unknown };
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', code };
}

/** Saves what was accepted and looks at the page. @returns what is wrong with it */
async function publishedFaults({ id, slug, etag }: Target): Promise<string[]> {
  const saved = await actor.saveRevision({ id, etag });
  if (!saved.response.ok) return [`saving answered ${saved.response.status}`];
  const page = await fetch(`${api.origin}/p/${slug}`);
  const html = await page.text();
  return page.status === 200 ? pageFaults(html) : [`the page answered ${page.status}`];
}

/** Reads the published profile in the forms that are not HTML. @returns what is wrong with them */
async function formFaults(slug: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [form, begins] of [
    ['pdf', '%PDF'],
    ['json', '{'],
    ['vcf', 'BEGIN:VCARD\r\n'],
  ] as const) {
    const answer = await fetch(`${api.origin}/p/${slug}.${form}`);
    const text = await answer.text();
    if (answer.status !== 200 || !text.startsWith(begins)) faults.push(`.${form} answered ${answer.status}`);
    if (form === 'vcf' && text.split('BEGIN:VCARD').length !== text.split('END:VCARD').length)
      faults.push('.vcf is torn');
  }
  return faults;
}

it('answers hostile documents by a 4xx problem or a page without script', async () => {
  const targets = await Promise.all(['hostile-one', 'hostile-two', 'hostile-three'].map(target));
  const documents = hostileDocuments(wanted);
  const faults: string[] = [];
  let accepted = 0;
  const work = async (profile: Target) => {
    for (let json = documents.pop(); json !== undefined; json = documents.pop()) {
      const refusal = await put(profile, json);
      const found = refusal ? refusalFaults(refusal) : await publishedFaults(profile);
      if (!refusal && (accepted += 1) % printedOf === 0) found.push(...(await formFaults(profile.slug)));
      faults.push(...found.map((fault) => `${fault}: ${json.slice(0, 2_000)}`));
    }
  };
  await Promise.all(targets.map(work));
  expect(faults.slice(0, 5)).toEqual([]);
  expect(accepted).toBeGreaterThan(wanted / 2);
  expect(accepted).toBeLessThan(wanted);
});

it('rejects too large, too deep and invalid JSON, then serves an ordinary profile', async () => {
  const profile = await target('after-monsters');
  for (const json of monsters) {
    const refusal = await put(profile, json);
    expect([json.slice(0, 60), refusal ? refusalFaults(refusal) : ['accepted']]).toEqual([json.slice(0, 60), []]);
  }
  expect(await put(profile, '{"basics":{"name":"Ada Lovelace"}}')).toBeNull();
  expect([...(await publishedFaults(profile)), ...(await formFaults(profile.slug))]).toEqual([]);
});

function refusalFaults({ status, type, code }: Refusal): string[] {
  const clear =
    status >= 400 && status < 500 && type.startsWith('application/problem+json') && typeof code === 'string';
  return clear ? [] : [`refused with ${status} ${type} ${String(code)}`];
}
