import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { ProfilePrinter } from '@canar/profile-print';
import { pageOfOperators, zipOf } from '@canar/profile-import/testing';
import type { ProfileDocument } from '@canar/profile-document';
import { type Person, registerPerson } from '../../auth/testing';
import { createProfile, multipart, readDraft, writeDraft } from '../../profiles/testing';
import { publishDocument } from '../../publishing/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { ApiCaller, type TestResponse } from '../testing/api-caller';
import { HeavyWork } from './heavy-work';

let test: TestApp;
let person: Person;
let id: string;
let largeId: string;
let limit: number;
beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  ({ id } = await createProfile(person));
  largeId = (await createProfile(person, 'Large')).id;
  limit = calibrationLoop();
  await importBytes(person, id, Buffer.from('{}'), 'application/json'); // starts the child
});
afterAll(() => test.close());

const threadTimes = '/proc/thread-self/schedstat';

/** Milliseconds of processor time that this thread has taken; where the system does not say so, this process. */
function processorTime(): number {
  if (existsSync(threadTimes)) return Number(readFileSync(threadTimes, 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of a loop that takes about 200 ms on an idle machine. */
function calibrationLoop(): number {
  const { imul } = Math; // a look-up in the global object of a test takes longer than the product
  const begun = processorTime();
  let value = 1;
  for (let turn = 0; turn < 200_000_000; turn += 1) value = (imul(value, 1_103_515_245) + 12_345) | 0;
  return value === 0 ? 0 : processorTime() - begun;
}

/** The most processor time, in milliseconds, that this thread took without giving way to its event loop. */
async function maxBlockMs(work: () => Promise<unknown>): Promise<number> {
  let last = processorTime();
  let longest = 0;
  const tick = () => {
    const now = processorTime();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, 5);
  await work();
  tick();
  clearInterval(timer);
  return longest;
}

/** Bytes as they come over a socket: in pieces, with a turn of the event loop between them. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield bytes.subarray(at, at + 65_536);
    await turnOfLoop();
  }
}

function importBytes(sender: Person, profileId: string, body: Buffer, type: string): Promise<TestResponse<object>> {
  const url = `/api/profiles/${profileId}/import`;
  return sender.api.send('POST', url, { body: Readable.from(piecesOf(body)), headers: { 'content-type': type } });
}

const csv = (name: string, header: string, row: string, count: number) => ({
  name,
  content: `${header}\n${row.repeat(count)}`,
});
const header = 'Company Name,Title,Description,Location,Started On,Finished On';
const row = 'a,b,c,d,Jan 2020,Feb 2021\n';
const asFile = (json: string) => multipart(Buffer.from(json), 'a.json', 'application/json');

const many = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => entry(n)).join();
const hostileImports: [string, () => { body: Buffer; headers: { 'content-type': string } }][] = [
  ['an archive of 140,000 rows', () => zip([csv('Positions.csv', header, row, 140_000)])],
  ['an archive of 1.9 million rows', () => zip([csv('Skills.csv', 'Name', 's\n', 1_900_000)])],
  ['an archive of four long files', longArchive],
  ['an archive of 3.9 million quotes', () => zip([{ name: 'Profile.csv', content: '"'.repeat(3_900_000) }])],
  ['a file of 700,000 unknown keys', () => asFile(`{${many(700_000, (n) => `"k${n}":1`)}}`)],
  ['a file of 4 million nested arrays', () => asFile(`{"work":[${'[],'.repeat(2_600_000)}[]]}`)],
  ['a file nested 100,000 deep', () => asFile(`{"work":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  [
    'a body of 70,000 unknown keys',
    () => ({
      body: Buffer.from(`{${many(70_000, (n) => `"k${n}":1`)}}`),
      headers: { 'content-type': 'application/json' },
    }),
  ],
  [
    'a PDF of 25 million operators',
    () => ({ body: pageOfOperators(), headers: { 'content-type': 'application/pdf' } }),
  ],
];
function longArchive() {
  return zip(
    ['Positions', 'Education', 'Projects', 'Courses'].map((name) => csv(`${name}.csv`, 'Name', 's\n', 1_900_000)),
  );
}
function zip(parts: { name: string; content: string }[]) {
  return { body: zipOf(parts), headers: { 'content-type': 'application/zip' } };
}

const highlights = Array.from({ length: 500 }, () => 'x y z');
const largeDocument: ProfileDocument = {
  basics: { name: 'Large' },
  work: Array.from({ length: 90 }, (_, index) => ({ name: `Company ${index}`, highlights })),
};

describe('the event loop', () => {
  it.each(hostileImports)('gives way while %s is imported', async (_, make) => {
    const { body, headers } = make();
    let answer: TestResponse<object> | undefined;
    const block = await maxBlockMs(async () => {
      answer = await importBytes(person, id, body, headers['content-type']);
    });
    expect([200, 422]).toContain(answer?.status);
    expect(answer?.bytes.length).toBeLessThan(2_000_000);
    expect(block / limit).toBeLessThan(1);
  });

  it.each(['docx', 'md', 'pdf', 'json', 'vcf'])('gives way while a draft of 400 KB is exported as %s', async (form) => {
    await writeDraft(person, largeId, largeDocument);
    let status = 0;
    const block = await maxBlockMs(async () => {
      ({ status } = await person.api.get(`/api/profiles/${largeId}/export/${form}?revision=draft`));
    });
    expect([200, 422]).toContain(status);
    expect(block / limit).toBeLessThan(1);
  });

  it('gives way while a page of 400 KB is rendered', async () => {
    const { slug } = await publishDocument(test, largeDocument);
    let status = 0;
    const block = await maxBlockMs(async () => {
      ({ status } = await new ApiCaller(test.app).get(`/p/${slug}`));
    });
    expect(status).toBe(200);
    expect(block / limit).toBeLessThan(1);
  });

  it('gives way while a draft of 400 KB is saved', async () => {
    const json = Buffer.from(JSON.stringify({ document: largeDocument }));
    const save = async () => {
      const { etag } = await readDraft(person, largeId);
      return maxBlockMs(() =>
        person.api.put(`/api/profiles/${largeId}/draft`, {
          body: Readable.from(piecesOf(json)),
          headers: { 'if-match': etag },
        }),
      );
    };
    const blocks = [await save(), await save(), await save()]; // the first ones compile and collect garbage
    expect(Math.min(...blocks) / limit).toBeLessThan(1);
  });
});

describe('fair turns', () => {
  it('lets a tenant wait for no more than one job of another tenant', async () => {
    const other = await registerPerson(test.app);
    const { id: otherId } = await createProfile(other);
    const small = Buffer.from('{"basics":{"name":"A"}}');
    const large = longArchive();
    let finished = 0;
    let finishedBefore = -1;
    const work = test.app.get(HeavyWork);
    const { run } = HeavyWork.prototype;
    jest.spyOn(work, 'run').mockImplementation((task, input, options) => {
      if (options.turn.queue === other.user.tenantId) finishedBefore = finished;
      return run.call(work, task, input, options) as Promise<never>;
    });
    const importLarge = () => importBytes(person, id, large.body, large.headers['content-type']);
    const importSmall = () => importBytes(other, otherId, small, 'application/json');
    await Promise.all([importLarge(), importSmall()]); // starts both children
    const jobs = Array.from({ length: 4 }, () => importLarge().finally(() => (finished += 1)));
    const { status } = await importSmall();
    expect([status, finishedBefore >= 0, finished - finishedBefore <= 1]).toEqual([200, true, true]);
    await Promise.all(jobs);
    jest.restoreAllMocks();
  });

  it('answers 503 with Retry-After to a tenant with too many jobs waiting', async () => {
    const body = Buffer.from('{"basics":{"name":"A"}}');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => importBytes(person, id, body, 'application/json')),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]).toMatchObject({ body: { code: 'work.busy' }, headers: { 'retry-after': '5' } });
  });

  it('renders a public PDF once, however many addresses ask, and remembers a failure', async () => {
    const print = jest.spyOn(ProfilePrinter.prototype, 'print');
    const { slug } = await publishDocument(test, { ...largeDocument, basics: { name: 'Asked for at once' } });
    const ask = () => new ApiCaller(test.app).get(`/p/${slug}.pdf`);
    const first = await Promise.all([ask(), ask(), ask()]);
    const second = await ask();
    expect([...first, second].map(({ status }) => status)).toEqual(Array(4).fill(first[0]?.status));
    expect(print).toHaveBeenCalledTimes(1);
  });
});
