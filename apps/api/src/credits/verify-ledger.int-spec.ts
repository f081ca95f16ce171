import { v7 as newId } from 'uuid';
import { Logger } from '@nestjs/common';
import { registerPerson, type Person } from '../auth/testing';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { startTestApp, type TestApp } from '../test-app';
import { CreditCharges } from './credit-charges';
import { hashEntry } from './domain/hash-chain';
import type { LedgerRule } from './domain/ledger-fault';
import type { Credits, EntryPage } from './testing';
import { allowEditing, brokenRules, grantCredits } from './testing';
import { liftSuspension } from './verify-ledger-over';

let test: TestApp;
let alarm: jest.SpyInstance;
beforeAll(async () => {
  test = await startTestApp();
  alarm = jest.spyOn(Logger.prototype, 'error').mockImplementation();
});
afterAll(async () => {
  alarm.mockRestore();
  await test.close();
});

/** Does something to the charges of a tenant, in a unit of work of its own. */
function inTenant<T>({ user: { tenantId } }: Person, work: (charges: CreditCharges) => Promise<T>): Promise<T> {
  return test.app.get(UnitOfWork).run({ tenant: tenantId }, () => work(test.app.get(CreditCharges)));
}

/** A tenant with a plan's grant of 12, a top-up of 10, three charges of 5 (the last over both grants), one given back. */
async function tenantWithBooks(): Promise<Person> {
  const person = await registerPerson(test.app);
  const { tenantId } = person.user;
  await allowEditing(test, tenantId);
  await grantCredits(test, tenantId, { amount: 12 });
  await grantCredits(test, tenantId, { amount: 10, source: 'top_up', expiresAt: null });
  const acts = [newId(), newId(), newId()].map(
    (reference) => ({ tenantId, action: 'profile.edit', reference }) as const,
  );
  for (const act of acts) await inTenant(person, (charges) => charges.charge(act));
  for (const act of acts.slice(0, 1)) await inTenant(person, (charges) => charges.reverse(act));
  return person;
}

/** Writes past triggers and keys, as no role of the product can. */
async function forge({ user }: Person, ...statements: string[]): Promise<void> {
  await test.sql('SET session_replication_role = replica');
  for (const statement of statements) await test.sql(statement, [user.tenantId]);
  await test.sql('SET session_replication_role = origin');
}

const spend = (person: Person) =>
  inTenant(person, (charges) =>
    charges.charge({ tenantId: person.user.tenantId, action: 'profile.edit', reference: newId() }),
  );

describe('verifying a ledger', () => {
  it('finds nothing in books that only the product wrote', async () => {
    const person = await tenantWithBooks();
    expect(await brokenRules(test, person.user.tenantId)).toEqual([]);
    await expect(spend(person)).resolves.toMatchObject({ credits: 5 });
  });

  const of = 'WHERE tenant_id = $1';
  const aCharge = `transaction_id = (SELECT id FROM credits.transactions ${of} AND kind = 'charge' ORDER BY id LIMIT 1)`;
  it.each<[string, LedgerRule[], string]>([
    ['a balance', ['account'], `UPDATE credits.accounts SET balance = balance + 1 ${of}`],
    ['the end of the chain', ['account'], `UPDATE credits.accounts SET last_hash = sha256('') ${of}`],
    ['the last sequence', ['account'], `UPDATE credits.accounts SET last_sequence = last_sequence + 2 ${of}`],
    [
      'the amount of an entry',
      ['chain', 'allocations', 'balance', 'transaction', 'account', 'reversal'],
      `UPDATE credits.entries SET amount = amount - 1 ${of} AND book = 'wallet' AND ${aCharge}`,
    ],
    [
      'the balance after an entry',
      ['chain', 'transaction'],
      `UPDATE credits.entries SET balance_after = balance_after - 1 ${of} AND book = 'spent' AND ${aCharge}`,
    ],
    [
      'the time of an entry',
      ['chain', 'transaction'],
      `UPDATE credits.entries SET effective_at = effective_at + interval '1 day' ${of} AND book = 'spent' AND ${aCharge}`,
    ],
    [
      'a microsecond of an entry',
      ['transaction'],
      `UPDATE credits.entries SET effective_at = effective_at + interval '1 microsecond' ${of} AND book = 'spent' AND ${aCharge}`,
    ],
    [
      'the book of an entry',
      ['chain', 'transaction'],
      `UPDATE credits.entries SET book = 'taken_back' ${of} AND book = 'spent' AND ${aCharge}`,
    ],
    [
      'what a charge was for',
      ['chain'],
      `UPDATE credits.transactions SET reference = gen_random_uuid() ${of} AND kind = 'charge' AND id NOT IN (
         SELECT reverses FROM credits.transactions ${of} AND reverses IS NOT NULL)`,
    ],
    [
      'an allocation',
      ['remaining', 'allocations'],
      `UPDATE credits.allocations SET amount = amount - 1 ${of} AND amount = -2`,
    ],
    [
      'the grant of an allocation',
      ['remaining', 'reversal'],
      `UPDATE credits.allocations a SET grant_id = g.id FROM credits.grants g
       WHERE a.tenant_id = $1 AND g.tenant_id = $1 AND g.source = 'top_up' AND a.amount = 5`,
    ],
    [
      'the amount of a grant',
      ['grant', 'remaining'],
      `UPDATE credits.grants SET amount = amount + 10 ${of} AND source = 'plan'`,
    ],
    [
      'the rest of two grants against each other',
      ['remaining'],
      `UPDATE credits.grants SET remaining = remaining + CASE source WHEN 'plan' THEN 1 ELSE -1 END ${of}`,
    ],
    [
      'the expiry of a grant',
      ['grant'],
      `UPDATE credits.grants SET expires_at = expires_at + interval '10 years' ${of} AND source = 'plan'`,
    ],
    ['the source of a grant', ['grant'], `UPDATE credits.grants SET source = 'operator' ${of} AND source = 'plan'`],
    [
      'the expiry of a grant in both places',
      ['chain'],
      `WITH one AS (UPDATE credits.grants SET expires_at = expires_at + interval '1 day' ${of} AND source = 'plan')
       UPDATE credits.transactions SET expires_at = expires_at + interval '1 day' ${of} AND source = 'plan'`,
    ],
    [
      'the last transaction, taken away whole,',
      ['remaining', 'account'],
      `WITH r AS (SELECT id FROM credits.transactions ${of} AND kind = 'reversal'),
         e AS (DELETE FROM credits.entries WHERE transaction_id IN (SELECT id FROM r)),
         a AS (DELETE FROM credits.allocations WHERE transaction_id IN (SELECT id FROM r))
       DELETE FROM credits.transactions WHERE id IN (SELECT id FROM r)`,
    ],
  ])('names %s that was changed by hand', async (_, rules, statement) => {
    const person = await tenantWithBooks();
    await forge(person, statement);
    expect((await brokenRules(test, person.user.tenantId)).sort()).toEqual([...rules].sort());
    await expect(spend(person)).rejects.toMatchObject({ code: 'credits.suspended' });
  });

  it('names a rightly chained posting that raises the balance by more than it adds', async () => {
    const person = await tenantWithBooks();
    const { tenantId } = person.user;
    const [account] = await test.sql<{ sequence: string; balance: string; hash: Buffer }>(
      'SELECT last_sequence AS sequence, balance, last_hash AS hash FROM credits.accounts WHERE tenant_id = $1',
      [tenantId],
    );
    const [id, reference, at] = [newId(), newId(), new Date('2026-01-01T00:00:00.000Z')];
    const balanceAfter = Number(account?.balance) + 101;
    const said = {
      transactionId: id,
      kind: 'grant',
      action: null,
      reference,
      reverses: null,
      source: 'operator',
    } as const;
    const place = { expiresAt: null, effectiveAt: at, balanceAfter };
    let hash = account?.hash ?? Buffer.alloc(0);
    await forge(
      person,
      `INSERT INTO credits.transactions (tenant_id, id, kind, reference, source, effective_at, hash_version)
       VALUES ($1, '${id}', 'grant', '${reference}', 'operator', '${at.toISOString()}', 2)`,
      `INSERT INTO credits.grants (tenant_id, id, source, reference, amount, remaining, granted_at, transaction_id)
       VALUES ($1, '${newId()}', 'operator', '${reference}', 1, 1, '${at.toISOString()}', '${id}')`,
      `UPDATE credits.grants SET remaining = remaining + 100, amount = amount + 100 WHERE tenant_id = $1 AND source = 'top_up'`,
    );
    for (const [index, [book, amount]] of (
      [
        ['wallet', 1],
        ['issued', -1],
      ] as const
    ).entries()) {
      const sequence = Number(account?.sequence) + index + 1;
      hash = hashEntry(hash, tenantId, { ...said, ...place, sequence, book, amount });
      await forge(
        person,
        `INSERT INTO credits.entries (tenant_id, id, transaction_id, sequence, book, amount, balance_after, effective_at, hash)
         VALUES ($1, '${newId()}', '${id}', ${sequence}, '${book}', ${amount}, ${balanceAfter}, '${at.toISOString()}', '\\x${hash.toString('hex')}')`,
        `UPDATE credits.accounts SET balance = ${balanceAfter}, last_sequence = ${sequence}, last_hash = '\\x${hash.toString('hex')}'
         WHERE tenant_id = $1`,
      );
    }
    expect((await brokenRules(test, tenantId)).sort()).toEqual(['account', 'balance', 'grant']);
  });
});

describe('an account that disagrees', () => {
  const breakBooks = (person: Person) =>
    forge(person, `UPDATE credits.grants SET expires_at = expires_at + interval '1 year' WHERE tenant_id = $1`);

  it('spends and gives back nothing; its owner sees why, and the statement goes on', async () => {
    const person = await tenantWithBooks();
    const act = { tenantId: person.user.tenantId, action: 'profile.edit', reference: newId() } as const;
    await inTenant(person, (charges) => charges.charge(act));
    await breakBooks(person);
    alarm.mockClear();
    expect(await brokenRules(test, person.user.tenantId)).toEqual(['grant']);
    expect(alarm).toHaveBeenCalledWith(
      expect.objectContaining({ alarm: 'credits.mismatch', tenantId: person.user.tenantId, suspended: true }),
      expect.any(String),
    );
    await expect(spend(person)).rejects.toMatchObject({ code: 'credits.suspended', kind: 'conflict' });
    await expect(inTenant(person, (charges) => charges.reverse(act))).rejects.toMatchObject({
      code: 'credits.suspended',
    });
    const { body } = await person.api.get<Credits>('/api/credits');
    expect(body).toMatchObject({ balance: 7, suspendedAt: test.clock.now().toISOString() });
    expect((await person.api.get<EntryPage>('/api/credits/entries')).body.entries).toHaveLength(7);
    expect(await grantCredits(test, person.user.tenantId)).toBe(true);
  });

  it('spends again once an operator has said why, until something else disagrees', async () => {
    const person = await tenantWithBooks();
    const { tenantId } = person.user;
    const lift = () => liftSuspension(test.app.get(UnitOfWork), tenantId, 'a rehearsal', test.clock.now());
    expect(await lift()).toBe(false);
    await breakBooks(person);
    await brokenRules(test, tenantId);
    expect(await lift()).toBe(true);
    expect(await brokenRules(test, tenantId)).toEqual(['grant']);
    await expect(spend(person)).resolves.toMatchObject({ credits: 5 });
    await forge(person, `UPDATE credits.accounts SET balance = balance + 1 WHERE tenant_id = $1`);
    await brokenRules(test, tenantId);
    await expect(spend(person)).rejects.toMatchObject({ code: 'credits.suspended' });
  });
});
