import { randomUUID } from 'node:crypto';
import { type Person, registerPerson } from '../../auth/testing';
import { subscribe } from '../../billing/testing';
import { createProfile, multipart, saveDocument } from '../../profiles/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { ApiCaller } from '../testing/api-caller';
import { exampleOf, isText, jsonOperations } from '../testing/contract-operations';
import { eventually } from '../testing/eventually';
import { JobHandlers } from '../jobs/job-handlers';
import { Jobs } from '../jobs/jobs';
import { UnitOfWork } from '../database/unit-of-work';

/** What is real: the API, its log as it leaves the process, and PostgreSQL, in which every write or every access fails. */
let test: TestApp;
let person: Person;
let profile: string;
let lines: string[] = [];
let driven = 0;
const mark = `planted${randomUUID().replaceAll('-', '')}`;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  test = await startTestApp({ LOG_LEVEL: 'trace', AUTH_STRATEGY: 'jwt' });
  person = await registerPerson(test.app, { email: `${mark}@example.in` });
  await subscribe(person);
  profile = (await createProfile(person, mark)).id;
  await saveDocument(person, profile, { basics: { name: mark, email: `${mark}@example.in` } });
  await person.api.put(`/api/profiles/${profile}/publication`, {
    body: { slug: 'planted-slug', visibility: 'public' },
  });
});
afterAll(async () => {
  await test.close();
  jest.restoreAllMocks();
});
beforeEach(() => {
  lines = [];
});

/** Sends every operation of the contract that takes a body, with the mark in every text, and the reads of a profile. */
async function driveAll(): Promise<number[]> {
  const statuses: number[] = [];
  const headers = () => ({ 'idempotency-key': `${mark}${randomUUID()}`.slice(0, 250), 'if-match': '*' });
  const bearer = new ApiCaller(test.app).with({ authorization: `Bearer ${mark}` });
  for (const { method, path, schema } of jsonOperations(test.app, { id: profile })) {
    const fields = Object.entries(schema.properties ?? {}).filter(([, { format }]) => format !== 'date-time');
    const body = Object.fromEntries(
      fields
        .map(([name, of]) => [
          name,
          isText(of) && !of.enum ? (of.format === 'email' ? `${mark}@example.in` : mark) : exampleOf(of),
        ])
        .filter(([name]) => name !== 'crop'),
    ) as Record<string, unknown>;
    if ('slug' in body) body['slug'] = 'planted-slug';
    if ('document' in body) body['document'] = { basics: { name: mark } };
    statuses.push((await person.api.send(method, path, { body, headers: headers() })).status);
  }
  const pdf = multipart(Buffer.from(`%PDF-1.7\n${mark}\n%%EOF`), `${mark}.pdf`, 'application/pdf');
  const at = `/api/profiles/${profile}`;
  const others = [
    person.api.put(`${at}/cv`, pdf),
    person.api.post(`${at}/revisions`, { headers: headers() }),
    person.api.post(`${at}/import`, { body: { basics: { name: mark } } }),
    person.api.post('/api/login', { body: { email: `${mark}@example.in`, password: mark } }),
    person.api.post('/api/login', { body: `{"email":"${mark}` }),
    person.api.post('/api/register', { body: { email: `new${mark}@example.in`, password: mark, name: mark } }),
    person.api.post('/api/billing/webhooks/sandbox', {
      body: { id: mark },
      headers: { 'canar-sandbox-signature': mark },
    }),
    person.api.get(`/p/planted-slug/s/${mark.slice(0, 22)}`),
    person.api.get(`/api/profiles?cursor=${mark}`),
    person.api.get(`${at}/draft`),
    person.api.get(`${at}/export/json`),
    person.api.get('/p/planted-slug'),
    person.api.get(`/api/dev/mailbox?to=${mark}`),
    bearer.get('/api/user'),
    bearer.get('/api/user', { headers: { cookie: `canar=${mark}` } }),
  ];
  return [...statuses, ...(await Promise.all(others)).map(({ status }) => status)];
}

const schemas = `n.nspname IN ('auth', 'credits', 'billing', 'profiles', 'platform') AND c.relkind IN ('r', 'p')`;

/** Runs a statement for every table of the product. */
async function onEveryTable(sql: (table: string) => string): Promise<void> {
  const tables = await test.sql<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${schemas}`,
  );
  for (const { name } of tables) await test.sql(sql(name));
}

const failuresIn = (statuses: number[]) => statuses.filter((status) => status >= 400).length;
const found = () => lines.filter((line) => line.includes(mark));

describe('the log', () => {
  it('logs nothing of a request when the database rejects every row', async () => {
    await onEveryTable((table) => `ALTER TABLE ${table} ADD CONSTRAINT refused CHECK (false) NOT VALID`);
    const statuses = await driveAll();
    await onEveryTable((table) => `ALTER TABLE ${table} DROP CONSTRAINT refused`);
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(8);
    expect(lines.join('')).toContain('23514');
    expect(found()).toEqual([]);
    driven = failuresIn(statuses);
  });

  it('logs nothing of a request when the database denies everything', async () => {
    await onEveryTable((table) => `REVOKE ALL ON ${table} FROM canar_app, canar_public, canar_jobs`);
    const statuses = await driveAll();
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(15);
    expect(lines.join('')).toContain('42501');
    expect(found()).toEqual([]);
    process.stderr.write(`Failing paths driven with planted text: ${driven + failuresIn(statuses)}\n`);
  });

  it('logs nothing of the payload of a failing job, and stores none in the queue', async () => {
    const unitOfWork = test.app.get(UnitOfWork);
    const fails = () => unitOfWork.read('global', 'SELECT $1::uuid', [mark]);
    await expect(fails()).rejects.toThrow(mark);
    jest.spyOn(test.app.get(JobHandlers), 'work').mockImplementation(async () => void (await fails()));
    await unitOfWork.run('global', () =>
      test.app
        .get(Jobs)
        .enqueue('mail.send', { id: randomUUID(), to: `${mark}@example.in`, subject: mark, text: mark }),
    );
    const [job] = await eventually(
      () =>
        test.sql<{ last_error: string }>(
          `SELECT last_error FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL`,
        ),
      (jobs) => jobs.length > 0,
    );
    expect(job?.last_error).not.toContain(mark);
    expect(lines.join('')).toContain('A job failed');
    expect(found()).toEqual([]);
  });
});
