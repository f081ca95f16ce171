import { zipOf } from '@canar/profile-import/testing';
import { type Person, registerPerson } from '../../auth/testing';
import { createProfile, multipart } from '../../profiles/testing';
import { startTestApp, type TestApp } from '../../test-app';
import type { TestResponse } from '../testing/api-caller';

let test: TestApp;
let person: Person;
let id: string;
let limit: number;
beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  ({ id } = await createProfile(person));
  limit = calibrationLoop();
  await importBytes(person, id, Buffer.from('{}'), 'application/json'); // starts the child
});
afterAll(() => test.close());

/** Milliseconds of processor time of a loop that takes about 200 ms on an idle machine. */
function calibrationLoop(): number {
  const { imul } = Math; // a look-up in the global object of a test takes longer than the product
  const begun = process.cpuUsage();
  let value = 1;
  for (let turn = 0; turn < 200_000_000; turn += 1) value = (imul(value, 1_103_515_245) + 12_345) | 0;
  const { user, system } = process.cpuUsage(begun);
  return value === 0 ? 0 : (user + system) / 1000;
}

/** The most processor time, in milliseconds, that this process took without giving way to its event loop. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let last = process.cpuUsage();
  let longest = 0;
  const tick = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.cpuUsage();
  };
  const timer = setInterval(tick, 5);
  await work();
  tick();
  clearInterval(timer);
  return longest;
}

function importBytes(sender: Person, profileId: string, body: Buffer, type: string): Promise<TestResponse<object>> {
  const url = `/api/profiles/${profileId}/import`;
  return sender.api.send('POST', url, { body, headers: { 'content-type': type } });
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
function zip(parts: { name: string; content: string }[]) {
  return { body: zipOf(parts), headers: { 'content-type': 'application/zip' } };
}

it('gives way to other requests while a file of 700,000 unknown keys is imported', async () => {
  const { body, headers } = asFile(`{${many(700_000, (n) => `"k${n}":1`)}}`);
  let answer: TestResponse<object> | undefined;
  const block = await longestBlock(async () => {
    answer = await importBytes(person, id, body, headers['content-type']);
  });
  expect([200, 422]).toContain(answer?.status);
  expect(answer?.bytes.length).toBeLessThan(2_000_000);
  expect(block / limit).toBeLessThan(1);
});

describe('fair turns', () => {
  it('lets a tenant wait for no more than one job of another tenant', async () => {
    const other = await registerPerson(test.app);
    const { id: otherId } = await createProfile(other);
    const { body, headers } = zip([csv('Positions.csv', header, row, 140_000)]);
    let finished = 0;
    const jobs = Array.from({ length: 5 }, () =>
      importBytes(person, id, body, headers['content-type']).finally(() => (finished += 1)),
    );
    const { status } = await importBytes(other, otherId, Buffer.from('{"basics":{"name":"A"}}'), 'application/json');
    expect([status, finished <= 1]).toEqual([200, true]);
    await Promise.all(jobs);
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
});
