import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as newId } from 'uuid';
import { memberOf, type Person, registerPerson, setRole } from '../auth/testing';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { startPeer, startTestApp, type TestApp } from '../test-app';
import { CreditCharges } from './credit-charges';
import { allowEditing, brokenRules, type Credits, grantCredits } from './testing';

/** What is real: two processes of the API as far as their parts go, and PostgreSQL. */
let test: TestApp;
let peer: NestFastifyApplication;
beforeAll(async () => {
  test = await startTestApp();
  peer = await startPeer(test);
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

/** How many spends compete. `npx nx run api:spends` sends 500. */
const spends = Number(process.env['SPENDS'] ?? 80);

async function organisation(credits: number) {
  const owner = await registerPerson(test.app);
  await allowEditing(test, owner.user.tenantId);
  await grantCredits(test, owner.user.tenantId, { amount: credits });
  return { owner, member: await memberOf(test, owner, 'editor') };
}

const act = ({ user }: Person, reference = newId()) =>
  ({ tenantId: user.tenantId, action: 'profile.edit', reference, spentBy: user.id }) as const;

const spend = (person: Person, app = test.app, reference = newId()) =>
  app
    .get(UnitOfWork)
    .run({ tenant: person.user.tenantId }, () => app.get(CreditCharges).charge(act(person, reference)));

const undo = (person: Person, reference: string) =>
  test.app
    .get(UnitOfWork)
    .run({ tenant: person.user.tenantId }, () => test.app.get(CreditCharges).reverse(act(person, reference)));

const limit = (by: Person, member: Person, credits: unknown) =>
  by.api.put<{ code?: string }>(`/api/members/${member.user.id}/credit-limit`, { body: { credits } });

const spendingOf = async ({ api }: Person) => {
  const { body } = await api.get<{ members: { id: string; spent: number; limit: number | null }[] }>(
    '/api/credits/members',
  );
  return Object.fromEntries(body.members.map(({ id, spent, limit }) => [id, [spent, limit]]));
};

describe('the limit of a member', () => {
  it('keeps members within pool and limits when they spend at once in two processes', async () => {
    const price = 5;
    const { owner, member } = await organisation((spends / 2) * price);
    const cap = Math.floor(spends / 8) * price + 3; // not a multiple of the price
    expect((await limit(owner, member, cap)).status).toBe(204);
    const outcomes = await Promise.allSettled(
      Array.from({ length: spends }, (_, index) => [member, owner][index % 2] as Person).map((person, index) =>
        spend(person, index % 4 < 2 ? test.app : peer),
      ),
    );
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : []));
    const spent = await spendingOf(owner);
    const [byMember] = spent[member.user.id] as [number, number];
    const [byOwner] = spent[owner.user.id] as [number, null];
    expect(byMember).toBe(cap - 3);
    expect(byOwner).toBe((spends / 2) * price - byMember);
    expect(refused).toHaveLength(spends / 2);
    expect(new Set(refused)).toEqual(new Set(['credits.member-limit', 'credits.insufficient']));
    expect((await owner.api.get<Credits>('/api/credits')).body.balance).toBe(0);
    expect(await brokenRules(test, owner.user.tenantId)).toEqual([]);
  });

  it('counts what was spent in the running period and not undone', async () => {
    const { owner, member } = await organisation(500);
    await limit(owner, member, 10);
    const first = newId();
    await spend(member, test.app, first);
    await spend(member);
    await expect(spend(member)).rejects.toMatchObject({
      code: 'credits.member-limit',
      details: { extras: { limit: 10, spent: 10, required: 5 } },
    });
    await undo(member, first);
    await spend(member);
    await expect(spend(member)).rejects.toMatchObject({ code: 'credits.member-limit' });
    test.clock.advance(60);
    await allowEditing(test, owner.user.tenantId);
    expect(await spendingOf(owner)).toEqual({ [member.user.id]: [0, 10] });
    await spend(member);
  });

  it('shows spending to the member, and to who reads money', async () => {
    const { owner, member } = await organisation(500);
    const billing = await memberOf(test, owner, 'billing');
    const own = async () => (await member.api.get<Credits>('/api/credits')).body.ownLimit;
    expect(await own()).toBeNull();
    await limit(owner, member, 20);
    await spend(member);
    await spend(owner);
    expect(await own()).toEqual({ limit: 20, spent: 5 });
    expect(await spendingOf(billing)).toEqual({ [member.user.id]: [5, 20], [owner.user.id]: [5, null] });
    expect((await member.api.get('/api/credits/members')).body).toMatchObject({ code: 'role.insufficient' });
    expect((await limit(owner, member, null)).status).toBe(204);
    expect(await own()).toBeNull();
  });

  it('lets admins and owners set limits, and only owners those of owners', async () => {
    const { owner, member } = await organisation(5);
    const stranger = await registerPerson(test.app);
    for (const refused of [-1, 1.5, '5', 1_000_000_001, undefined])
      expect((await limit(owner, member, refused)).status).toBe(400);
    expect((await limit(owner, stranger, 5)).status).toBe(404);
    expect((await limit(member, member, 5)).body.code).toBe('role.insufficient');
    await setRole(owner, member, 'admin');
    expect((await limit(member, owner, 5)).body.code).toBe('role.insufficient');
    expect((await limit(member, member, 5)).status).toBe(204);
    expect((await limit(owner, owner, 0)).status).toBe(204);
    expect(await spendingOf(owner)).toEqual({ [member.user.id]: [0, 5], [owner.user.id]: [0, 0] });
  });

  it('ends a limit when the member is removed', async () => {
    const { owner, member } = await organisation(500);
    await limit(owner, member, 5);
    await spend(member);
    await owner.api.send('DELETE', `/api/members/${member.user.id}`);
    expect(await spendingOf(owner)).toEqual({ [member.user.id]: [5, null] });
  });
});
