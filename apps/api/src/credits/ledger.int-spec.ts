import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { registerPerson } from '../auth/testing';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import { startTestApp, type TestApp } from '../test-app';
import { allowEditing, grantCredits } from './testing';
import { CreditCharges } from './credit-charges';
import { ExpireCredits } from './use-cases/expire-credits';
import { ReadBalance } from './use-cases/read-balance';
import { VerifyLedger } from './use-cases/verify-ledger';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '8' });
});
afterAll(() => test.close());

const day = 86_400;

async function newTenant(): Promise<TenantId> {
  const { user } = await registerPerson(test.app);
  await allowEditing(test, user.tenantId, 10_000);
  return user.tenantId;
}

function charge(tenantId: TenantId, reference = newId()) {
  const act = { tenantId, action: 'profile.edit', reference } as const;
  return test.app.get(UnitOfWork).run({ tenant: tenantId }, () => test.app.get(CreditCharges).charge(act));
}

function reverse(tenantId: TenantId, reference: string) {
  const act = { tenantId, action: 'profile.edit', reference } as const;
  return test.app.get(UnitOfWork).run({ tenant: tenantId }, () => test.app.get(CreditCharges).reverse(act));
}

const balanceOf = async (tenantId: TenantId) => (await test.app.get(ReadBalance).execute(tenantId)).balance;

interface Books {
  balance: number;
  wallet: number;
  left: number;
  total: number;
  issued: number;
  spent: number;
  expired: number;
}

/** The same account by its projection, by its entries and by its grants, past row-level security. */
async function books(tenantId: TenantId): Promise<Books> {
  const [row] = await test.sql<Record<keyof Books, string>>(
    `SELECT a.balance, e.*, coalesce((SELECT sum(remaining) FROM credits.grants WHERE tenant_id = $1), 0) AS left
     FROM credits.accounts a, (
       SELECT coalesce(sum(amount), 0) AS total,
              coalesce(sum(amount) FILTER (WHERE book = 'wallet'), 0) AS wallet,
              coalesce(-sum(amount) FILTER (WHERE book = 'issued'), 0) AS issued,
              coalesce(sum(amount) FILTER (WHERE book = 'spent'), 0) AS spent,
              coalesce(sum(amount) FILTER (WHERE book = 'expired'), 0) AS expired
       FROM credits.entries WHERE tenant_id = $1) e
     WHERE a.tenant_id = $1`,
    [tenantId],
  );
  const numbers = Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)] as const);
  return Object.fromEntries(numbers) as unknown as Books;
}

async function expectBalanced(tenantId: TenantId): Promise<void> {
  const { balance, wallet, left, total, issued, spent, expired } = await books(tenantId);
  expect({ wallet, left, total }).toEqual({ wallet: balance, left: balance, total: 0 });
  expect(issued).toBe(spent + expired + balance);
  expect(await test.app.get(VerifyLedger).execute(tenantId)).toEqual([]);
}

describe('the ledger', () => {
  it('spends exactly the balance under 500 concurrent charges on 8 connections', async () => {
    const tenantId = await newTenant();
    await grantCredits(test, tenantId, { amount: 503 });
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => charge(tenantId)));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(refused).toHaveLength(400);
    expect(new Set(refused)).toEqual(new Set(['credits.insufficient']));
    expect(await balanceOf(tenantId)).toBe(3);
    await expectBalanced(tenantId);
  });

  it('charges one act once', async () => {
    const tenantId = await newTenant();
    await grantCredits(test, tenantId);
    const reference = newId();
    await charge(tenantId, reference);
    await expect(charge(tenantId, reference)).rejects.toThrow(/one_charge_for_one_act/);
    expect(await balanceOf(tenantId)).toBe(495);
  });

  it('grants once for one payment reported in parallel', async () => {
    const tenantId = await newTenant();
    const reference = newId();
    const granted = await Promise.all(Array.from({ length: 20 }, () => grantCredits(test, tenantId, { reference })));
    expect(granted.filter(Boolean)).toHaveLength(1);
    expect(await balanceOf(tenantId)).toBe(500);
  });

  it('spends nothing from the instant of expiry and posts exactly the rest later', async () => {
    const tenantId = await newTenant();
    const expiresAt = new Date(test.clock.now().getTime() + day * 1000);
    await grantCredits(test, tenantId, { amount: 12, expiresAt });
    await charge(tenantId);
    test.clock.advance(day);
    expect(await balanceOf(tenantId)).toBe(0);
    await expect(charge(tenantId)).rejects.toMatchObject({
      code: 'credits.insufficient',
      details: { extras: { balance: 0 } },
    });
    await test.app.get(ExpireCredits).execute(tenantId);
    await test.app.get(ExpireCredits).execute(tenantId);
    expect(await books(tenantId)).toMatchObject({ balance: 0, expired: 7, spent: 5 });
    const [entry] = await test.sql<{ effective_at: Date }>(
      `SELECT effective_at FROM credits.entries WHERE tenant_id = $1 AND book = 'expired'`,
      [tenantId],
    );
    expect(entry?.effective_at).toEqual(expiresAt);
    await expectBalanced(tenantId);
  });

  it('dates a late expiry to when it was due, also when an act posts it', async () => {
    const tenantId = await newTenant();
    const dueAt = [1, 2].map((days) => new Date(test.clock.now().getTime() + days * day * 1000));
    for (const expiresAt of dueAt) await grantCredits(test, tenantId, { amount: 5, expiresAt });
    await grantCredits(test, tenantId, { amount: 5, expiresAt: null, source: 'top_up' });
    test.clock.advance(10 * day);
    await charge(tenantId);
    const posted = await test.sql<{ effective_at: Date }>(
      `SELECT effective_at FROM credits.entries WHERE tenant_id = $1 AND book = 'expired' ORDER BY sequence`,
      [tenantId],
    );
    expect(posted.map(({ effective_at }) => effective_at)).toEqual(dueAt);
    await expectBalanced(tenantId);
  });

  it('reverses a charge once; credits of an expired grant expire at once', async () => {
    const tenantId = await newTenant();
    const soon = new Date(test.clock.now().getTime() + day * 1000);
    await grantCredits(test, tenantId, { amount: 3, expiresAt: soon });
    await grantCredits(test, tenantId, { amount: 10, expiresAt: null, source: 'top_up' });
    const reference = newId();
    await charge(tenantId, reference);
    test.clock.advance(day);
    expect(await reverse(tenantId, reference)).toEqual({ credits: 5, balanceAfter: 10 });
    await expect(reverse(tenantId, reference)).rejects.toMatchObject({ code: 'charge.reversed' });
    await expectBalanced(tenantId);
  });

  it('moves what is left of a grant, and what comes back later, to another expiry', async () => {
    const tenantId = await newTenant();
    const [charged, reference] = [newId(), newId()];
    const inDays = (days: number) => new Date(test.clock.now().getTime() + days * day * 1000);
    const grant = { amount: 12, reference };
    expect(await grantCredits(test, tenantId, { ...grant, expiresAt: inDays(3) })).toBe(true);
    await charge(tenantId, charged);
    for (const days of [5, 5, 2]) {
      expect(await grantCredits(test, tenantId, { ...grant, expiresAt: inDays(days) })).toBe(false);
      const { expiring } = await test.app.get(ReadBalance).execute(tenantId);
      expect(expiring).toEqual([{ amount: 7, expiresAt: inDays(days) }]);
    }
    await reverse(tenantId, charged);
    const { expiring } = await test.app.get(ReadBalance).execute(tenantId);
    expect(expiring).toEqual([{ amount: 12, expiresAt: inDays(2) }]);
    expect(await test.app.get(VerifyLedger).execute(tenantId)).toEqual([]);
    test.clock.advance(2 * day);
    expect(await balanceOf(tenantId)).toBe(0);
  });

  it('conserves credits after any sequence of acts', async () => {
    const step = fc.oneof(
      fc.record({
        act: fc.constant('grant' as const),
        amount: fc.integer({ min: 1, max: 40 }),
        days: fc.option(fc.integer({ min: 1, max: 5 })),
      }),
      fc.constant({ act: 'charge' as const }),
      fc.constant({ act: 'reverse' as const }),
      fc.constant({ act: 'day' as const }),
      fc.constant({ act: 'expire' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const tenantId = await newTenant();
        await grantCredits(test, tenantId, { amount: 7 });
        const charged: string[] = [];
        for (const one of steps) await take(tenantId, one, charged);
        await test.app.get(ExpireCredits).execute(tenantId);
        await expectBalanced(tenantId);
      }),
      { numRuns: 20 },
    );
  });
});

type Step = { act: 'grant'; amount: number; days: number | null } | { act: 'charge' | 'reverse' | 'day' | 'expire' };

async function take(tenantId: TenantId, step: Step, charged: string[]): Promise<void> {
  const refused = (error: { kind?: string }) => {
    if (error.kind !== 'payment-required') throw error;
  };
  if (step.act === 'day') test.clock.advance(day);
  else if (step.act === 'expire') await test.app.get(ExpireCredits).execute(tenantId);
  else if (step.act === 'grant') {
    const expiresAt = step.days === null ? null : new Date(test.clock.now().getTime() + step.days * day * 1000);
    await grantCredits(test, tenantId, { amount: step.amount, expiresAt });
  } else if (step.act === 'charge') {
    const reference = newId();
    await charge(tenantId, reference).then(() => charged.push(reference), refused);
  } else {
    const reference = charged.pop();
    if (reference) await reverse(tenantId, reference);
  }
}
