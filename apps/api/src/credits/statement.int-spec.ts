import { v7 as newId } from 'uuid';
import { registerPerson, type Person } from '../auth/testing';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { TenantId } from '../platform/ids/ids';
import { startTestApp, type TestApp } from '../test-app';
import { firstBadEntry } from './domain/hash-chain';
import type { Statement } from './dto/statement.dto';
import { allowEditing, grantCredits } from './testing';
import { chainOfStatement } from './testing/chain-of-statement';
import { CreditCharges } from './credit-charges';
import { ExpireCredits } from './use-cases/expire-credits';

let test: TestApp;
let person: Person;
beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  const { tenantId } = person.user;
  await allowEditing(test, tenantId, 10_000);
  const expiresAt = new Date(test.clock.now().getTime() + 60_000);
  await grantCredits(test, tenantId, { amount: 12, expiresAt });
  const acts = [newId(), newId()].map((reference) => ({ tenantId, action: 'profile.edit', reference }) as const);
  const charges = test.app.get(CreditCharges);
  const inTenant = <T>(work: () => Promise<T>) => test.app.get(UnitOfWork).run({ tenant: tenantId }, work);
  for (const act of acts) await inTenant(() => charges.charge(act));
  for (const act of acts.slice(1)) await inTenant(() => charges.reverse(act));
  test.clock.advance(120);
  await test.app.get(ExpireCredits).execute(tenantId);
});
afterAll(() => test.close());

describe('the exported statement', () => {
  it('exports every field that the hashes cover, for every kind of entry', async () => {
    const { body } = await person.api.get<Statement>('/api/credits/entries.json');
    expect(body.entries.map(({ kind }) => kind).toReversed()).toEqual([
      'grant',
      'charge',
      'charge',
      'reversal',
      'expiry',
    ]);
    const head = { sequence: body.head.sequence, hash: Buffer.from(body.head.hash, 'hex') };
    expect(firstBadEntry(TenantId(body.tenantId), chainOfStatement(body))).toBeNull();
    expect(chainOfStatement(body).at(-1)).toMatchObject(head);
    const [account] = await test.sql(
      'SELECT balance, last_sequence, last_hash FROM credits.accounts WHERE tenant_id = $1',
      [person.user.tenantId],
    );
    expect(account).toEqual({ balance: '0', last_sequence: '10', last_hash: head.hash });
    expect(body).toMatchObject({ format: 2, tenantId: person.user.tenantId, head: { balance: 0, sequence: 10 } });
  });

  it('exports an empty statement whose head is the genesis hash', async () => {
    const { api } = await registerPerson(test.app);
    const { body } = await api.get<Statement>('/api/credits/entries.json');
    expect(body).toMatchObject({ head: { sequence: 0, balance: 0, hash: '0'.repeat(64) }, entries: [] });
  });
});
