import { randomUUID } from 'node:crypto';
import { registerPerson } from './auth/testing';
import { subscribe } from './billing/testing';
import expected from './hot-requests.counts.json';
import { ApiCaller } from './platform/testing/api-caller';
import { createProfile, readDraft, saveRevision, writeDraft } from './profiles/testing';
import { type TestApp, startTestApp } from './test-app';
import { connectForPlans, tablesReadWhole } from './testing/query-plans';
import { StatementCounts } from './testing/statement-counts';

/** More executions than it takes until a connection keeps the plan of a statement. */
const warmUps = 7;

let test: TestApp;
let counts: StatementCounts;
let acts: Record<keyof typeof expected, () => Promise<() => Promise<{ status: number }>>>;

beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '1' });
  counts = new StatementCounts(test);
  const person = await registerPerson(test.app);
  await subscribe(person);
  const { id } = await createProfile(person);
  const anonymous = new ApiCaller(test.app);
  const { email } = person.user;
  const body = { email, password: person.password };
  acts = {
    save: async () => {
      const etag = await writeDraft(person, id, { basics: { name: randomUUID() } });
      return () => saveRevision(person, id, etag);
    },
    'save without a change': async () => {
      const { etag } = await readDraft(person, id);
      return () => saveRevision(person, id, etag);
    },
    'edit of a draft': async () => {
      const { etag } = await readDraft(person, id);
      const edit = { document: { basics: { name: randomUUID() } } };
      return () => person.api.put(`/api/profiles/${id}/draft`, { body: edit, headers: { 'if-match': etag } });
    },
    'read of a draft': () => Promise.resolve(() => person.api.get(`/api/profiles/${id}/draft`)),
    'list of profiles': () => Promise.resolve(() => person.api.get('/api/profiles')),
    user: () => Promise.resolve(() => person.api.get('/api/user')),
    'sign-in': () =>
      Promise.resolve(() => anonymous.with({ cookie: person.deviceCookie }).post('/api/login', { body })),
  };
});
afterAll(() => test.close());

const names = Object.keys(expected) as (keyof typeof expected)[];

describe('a hot request', () => {
  it.each(names)('sends as many statements and packets as are written down: %s', async (name) => {
    for (let time = 0; time < warmUps; time += 1) await (await acts[name]())();
    const act = await acts[name]();
    const { counts: seen, texts } = await counts.of(async () => {
      expect((await act()).status).toBeLessThan(300);
    });
    if (process.env['SHOW_STATEMENTS']) console.log(name, JSON.stringify(seen), texts.join('\n---\n'));
    expect(seen).toEqual(expected[name]);
  });

  it('reads no table as a whole, whatever has grown', async () => {
    const client = await connectForPlans(test.env.DATABASE_URL);
    const whole: Record<string, string[]> = {};
    for (const name of names) {
      const act = await acts[name]();
      const { texts } = await counts.of(act);
      for (const text of texts.filter((sent) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/.test(sent))) {
        const tables = await tablesReadWhole(client, text);
        if (tables.length > 0) whole[text] = tables;
      }
    }
    await client.end();
    expect(whole).toEqual({});
  });
});
