import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { column, pdfOf, zipOf } from '@canar/profile-import/testing';
import { registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { createProfile, multipart } from '../testing';
import type { Imported } from './dto/import.dto';

/** What is real: the API with its workers, its log as it leaves the process, PostgreSQL with the queue, files on disk. */
let test: TestApp;
const lines: string[] = [];
const mark = `planted${randomUUID().replaceAll('-', '')}`;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  test = await startTestApp({ LOG_LEVEL: 'trace', RATE_LIMITS: 'standard' });
  await test.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await test.close();
  jest.restoreAllMocks();
});

const resume = Buffer.from(JSON.stringify({ basics: { name: mark }, work: [{ company: mark, unknown: mark }] }));
const cv = pdfOf([
  column([`! ${mark}`, 'mina@example.com', '# Experience', `Engineer, ${mark} @ 2019 – 2021`], 50, 790),
]);
const archive = zipOf([{ name: 'Basic/Profile.csv', content: `First Name,Last Name\nMina,${mark}\n` }]);

let addresses = 0;
/** From an address of its own, as limits count by address. */
const send = (body: Buffer, type: string, headers = {}) =>
  sendAs(`2001:db8:${(addresses += 1)}::1`, body, type, headers);

async function sendAs(remoteAddress: string, payload: Buffer, type: string, headers: Record<string, string> = {}) {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/import',
    remoteAddress,
    payload,
    headers: { 'content-type': type, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Imported & { code?: string }>() };
}

/** Over a socket, as a browser sends it. */
async function post(body: Buffer, type: string): Promise<{ status: number; text: string }> {
  const url = `${await test.app.getUrl()}/api/import`;
  const answer = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } });
  return { status: answer.status, text: await answer.text() };
}

/** Where the mark stands in the database: names of tables, the queue's among them. */
async function tablesWithMark(): Promise<string[]> {
  const tables = await test.sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.map(({ name }) => name)).toContain('profiles.drafts');
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await test.sql(`SELECT 1 FROM ${name} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%' LIMIT 1`, [
      mark,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function filesWithMark(): Promise<string[]> {
  const entries = await readdir(test.env.STORAGE_DIR, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const holds = await Promise.all(
    files.map(async (file) => file.includes(mark) || (await readFile(file)).includes(mark)),
  );
  return files.filter((_, index) => holds[index]);
}

describe('an import before sign-up', () => {
  it('answers as the import of an account does', async () => {
    const person = await registerPerson(test.app);
    const { id } = await createProfile(person);
    for (const [bytes, type] of [
      [resume, 'application/json'],
      [cv, 'application/pdf'],
      [archive, 'application/zip'],
    ] as const) {
      const path = `/api/profiles/${id}/import`;
      const signedIn = await person.api.send<Imported>('POST', path, {
        body: bytes,
        headers: { 'content-type': type },
      });
      const anonymous = await send(bytes, type);
      expect([anonymous.status, anonymous.body]).toEqual([200, signedIn.body]);
      const { body, headers } = multipart(bytes, `${mark}.bin`, 'text/plain');
      expect((await send(body, headers['content-type'])).body).toEqual(signedIn.body);
    }
  });

  it('leaves nothing in database, queue, storage and log, also when it fails', async () => {
    const broken = Buffer.from(`%PDF-1.4\n${mark}\n%%EOF`);
    const { body, headers } = multipart(resume, `${mark}.json`, 'application/json');
    const answers = [
      await post(resume, 'application/json'),
      await post(cv, 'application/pdf'),
      await post(archive, 'application/zip'),
      await post(body, headers['content-type']),
      await post(broken, 'application/pdf'),
      await post(Buffer.from(`{"basics": ${mark}`), 'application/json'),
      await post(Buffer.from(JSON.stringify([mark])), 'application/json'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 422, 400, 400]);
    expect(answers[0]?.text).toContain(mark);
    // The log has been caught from the start: it names the route among those that are served.
    expect(lines.some((line) => line.includes('{/api/import, POST}'))).toBe(true);
    expect(lines.filter((line) => line.includes(mark))).toEqual([]);
    expect(await tablesWithMark()).toEqual([]);
    expect(await filesWithMark()).toEqual([]);
  });

  it('rejects what another site sends', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const { status, body } = await send(resume, 'application/json', headers);
      expect([status, body.code]).toEqual([403, 'request.origin']);
    }
  });

  it('allows ten imports a minute for each network', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      statuses.push((await sendAs(`2001:db8:ffff::${count}`, resume, 'application/json')).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    expect((await send(resume, 'application/json')).status).toBe(200);
  });
});

it('allows twenty imports and sixty exports of an account a minute', async () => {
  const [person, other] = [await registerPerson(test.app), await registerPerson(test.app)];
  const { id } = await createProfile(person);
  const importOnce = () => person.api.post(`/api/profiles/${id}/import`, { body: resume });
  const exportOnce = () => person.api.get(`/api/profiles/${id}/export/json?revision=draft`);
  for (const [once, most] of [
    [importOnce, 20],
    [exportOnce, 60],
  ] as const) {
    const statuses: number[] = [];
    for (let count = 0; count <= most; count += 1) statuses.push((await once()).status);
    expect(statuses).toEqual([...Array.from({ length: most }, () => 200), 429]);
  }
  const { id: otherId } = await createProfile(other);
  expect((await other.api.get(`/api/profiles/${otherId}/export/json?revision=draft`)).status).toBe(200);
});
