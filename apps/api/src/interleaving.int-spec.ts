import { type Person, registerPerson } from './auth/testing';
import { allowEditing, type Credits, grantCredits } from './credits/testing';
import { createProfile, readDraft, saveDocument } from './profiles/testing';
import { startTestApp, type TestApp } from './test-app';

/** What is real: the API with a pool of four connections, and PostgreSQL. */
let test: TestApp;
const tenants = 50;

interface Occupant {
  person: Person;
  mark: string;
  profile: string;
  neighbour: string;
}

beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '4' });
});
afterAll(() => test.close());

/** A tenant with a profile that bears its mark, and credits of a number that no other has. */
async function occupy(index: number): Promise<Occupant> {
  const person = await registerPerson(test.app, { email: `mark${index}z@example.in` });
  await allowEditing(test, person.user.tenantId);
  await grantCredits(test, person.user.tenantId, { amount: 1_000 + index });
  const mark = `mark${index}z`;
  return { person, mark, profile: (await createProfile(person, mark)).id, neighbour: '' };
}

/** A minute of a tenant's work: it reads, writes, spends, fails, and asks for what is its neighbour's. */
async function work({ person, mark, profile, neighbour }: Occupant): Promise<string> {
  const { api } = person;
  const seen: string[] = [];
  for (const round of [1, 2]) {
    const reads = [
      '/api/profiles',
      '/api/credits',
      '/api/credits/entries',
      '/api/members',
      '/api/user',
      '/api/tenants',
    ];
    const answers = await Promise.all(reads.map((path) => api.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(reads.map(() => 200));
    seen.push(...answers.map(({ text }) => text));
    const saved = await saveDocument(person, profile, { basics: { name: mark, summary: String(round) } });
    expect(saved.status).toBe(201);
    const [draft, theirs, rejected] = await Promise.all([
      readDraft(person, profile),
      api.get(`/api/profiles/${neighbour}/draft`),
      api.post(`/api/profiles/${neighbour}/revisions`, {
        body: {},
        headers: { 'idempotency-key': 'k', 'if-match': '*' },
      }),
    ]);
    expect([theirs.status, rejected.status]).toEqual([404, 404]);
    seen.push(JSON.stringify(draft.document), saved.text);
  }
  return seen.join('\n');
}

it('leaks nothing between 50 tenants whose requests share four connections', async () => {
  const occupants: Occupant[] = [];
  for (let index = 0; index < tenants; index += 1) occupants.push(await occupy(index));
  occupants.forEach((one, index) => (one.neighbour = occupants[(index + 1) % tenants]?.profile ?? ''));
  const seen = await Promise.all(occupants.map(work));
  seen.forEach((text, index) => {
    expect([...new Set(text.match(/mark\d+z/g))]).toEqual([`mark${index}z`]);
  });
  const balances = await Promise.all(occupants.map(({ person }) => person.api.get<Credits>('/api/credits')));
  expect(balances.map(({ body }) => body.balance)).toEqual(occupants.map((_, index) => 1_000 + index - 10));
});
