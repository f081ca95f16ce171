import { Actor, bodyOf } from '@canar/actor';
import type { ApiProcess } from './product/api-process';
import { eventually } from './product/eventually';
import { Product } from './product/product';

const listeners = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'canar-notifications'`;

let product: Product;
let actor: Actor;
let here: ApiProcess;
let there: ApiProcess;
/** The LISTEN connection of the other process. */
let listenerThere: number;

beforeAll(async () => {
  product = await Product.prepare();
  here = await product.startApi();
  const first = await listening();
  there = await product.startApi();
  listenerThere = (await listening()).find((pid) => !first.includes(pid)) ?? 0;
  actor = await Actor.subscriber(here.origin);
});
afterAll(() => product.close());

async function listening(): Promise<number[]> {
  return (await product.database.sql<{ pid: number }>(listeners)).map(({ pid }) => pid);
}

async function look(api: ApiProcess, slug: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${api.origin}/p/${slug}`, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

/** Publishes a profile and requests its page at both processes. */
async function publishedAndRequested(slug: string): Promise<string> {
  const id = await actor.createPublishedProfile(slug);
  for (const api of [here, there, there]) {
    const { status, text } = await look(api, slug);
    expect([status, text.includes(slug)]).toEqual([200, true]);
  }
  return id;
}

const isGone = ({ status }: { status: number }) => status === 404;

it('a profile unpublished at one process is gone at the other in every format', async () => {
  const id = await publishedAndRequested('gone-everywhere');
  await actor.unpublish(id);
  expect(await look(here, 'gone-everywhere')).toMatchObject({ status: 404 });
  await eventually(() => look(there, 'gone-everywhere'), isGone);
  for (const form of ['.json', '.pdf', '.md', '.vcf', '/card.png', '/qr.svg']) {
    expect([form, (await look(there, `gone-everywhere${form}`)).status]).toEqual([form, 404]);
  }
});

it('a slug changed at one process redirects at the other', async () => {
  const id = await publishedAndRequested('first-name');
  await actor.publish(id, 'second-name');
  await eventually(
    () => look(there, 'first-name'),
    ({ status }) => status === 301,
  );
  expect(await look(there, 'second-name')).toMatchObject({ status: 200 });
});

it('revoked links and protected pages of one process close at the other', async () => {
  const id = await publishedAndRequested('first-open');
  const { client } = actor;
  const link = await actor.createShareLink(id, 'Friend');
  const linked = `first-open${new URL(link.url).pathname.slice('/p/first-open'.length)}`;
  expect(await look(there, linked)).toMatchObject({ status: 200 });
  await bodyOf(client.DELETE('/api/profiles/{id}/share-links/{link}', { params: { path: { id, link: link.id } } }));
  expect(await look(there, linked)).toMatchObject({ status: 404 });
  await actor.publish(id, 'first-open', { visibility: 'protected', password: 'nine quiet words', hiddenFields: [] });
  await eventually(
    () => look(there, 'first-open'),
    ({ status }) => status === 401,
  );
});

describe('a process that lost its LISTEN connection', () => {
  // A change without NOTIFY shows where a response comes from: pages in memory miss it.
  const silently = (deletedAt: 'now()' | 'NULL', slug: string) =>
    product.database.sql(
      `UPDATE profiles.profiles SET deleted_at = ${deletedAt}
       WHERE id = (SELECT profile_id FROM profiles.publications WHERE slug = $1)`,
      [slug],
    );

  /** Hides a page once each of the processes has it in memory: the NOTIFY of its publication may come after the first requests. */
  async function hideInMemory(slug: string, apis: ApiProcess[]): Promise<void> {
    const attempt = async () => {
      await silently('NULL', slug);
      for (const api of apis) await look(api, slug);
      await silently('now()', slug);
      return Promise.all(apis.map((api) => look(api, slug)));
    };
    await eventually(attempt, (pages) => pages.every(({ status }) => status === 200));
  }

  beforeAll(async () => {
    await publishedAndRequested('in-memory');
    await hideInMemory('in-memory', [here, there]);
    // It may not connect anew either: the connections that it has stay.
    await product.database.sql('ALTER ROLE canar_app CONNECTION LIMIT 0');
    await product.database.sql('SELECT pg_terminate_backend($1, 1000)', [listenerThere]);
  });

  afterAll(() => product.database.sql('ALTER ROLE canar_app CONNECTION LIMIT -1'));

  it('a process drops its pages in memory when its LISTEN connection is lost', async () => {
    await eventually(() => look(there, 'in-memory'), isGone);
    expect(await look(here, 'in-memory')).toMatchObject({ status: 200 });
  });

  it('a process stores no page in memory while it has no LISTEN connection', async () => {
    for (const slug of ['unheard-a', 'unheard-b', 'unheard-c']) {
      const id = await publishedAndRequested(slug);
      await actor.unpublish(id);
      expect(await look(there, slug)).toMatchObject({ status: 404 });
      await actor.publish(id, slug);
      expect(await look(there, slug)).toMatchObject({ status: 200 });
    }
  });

  it('a process listens again after reconnecting and stores pages in memory again', async () => {
    await product.database.sql('ALTER ROLE canar_app CONNECTION LIMIT -1');
    await eventually(listening, (pids) => pids.length === 2);
    const id = await publishedAndRequested('heard-again');
    await hideInMemory('heard-again', [there]);
    await silently('NULL', 'heard-again');
    await actor.unpublish(id);
    await eventually(() => look(there, 'heard-again'), isGone);
  });
});
