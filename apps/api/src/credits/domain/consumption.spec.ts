import fc from 'fast-check';
import { consume, consumptionOrder, isSpendable } from './consumption';
import type { Grant, GrantSource } from './ledger';

const now = new Date('2026-01-15T10:00:00Z');
const day = 86_400_000;

function grant(fields: Partial<Grant> & { id: string }): Grant {
  return { source: 'plan', amount: 100, remaining: 100, expiresAt: null, grantedAt: now, ...fields };
}

const anyGrant = fc
  .record({
    source: fc.constantFrom<GrantSource>('plan', 'top_up', 'operator'),
    remaining: fc.integer({ min: 0, max: 50 }),
    expiresAt: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => new Date(now.getTime() + days * day))),
    grantedAt: fc.integer({ min: -3, max: 0 }).map((days) => new Date(now.getTime() + days * day)),
  })
  .map((fields) => ({ ...fields, amount: 50 }));
const anyGrants = fc
  .array(anyGrant, { maxLength: 8 })
  .map((grants) => grants.map((fields, index) => grant({ ...fields, id: `g${index}` })));

describe('consumptionOrder', () => {
  it('takes the earliest expiry first and what never expires last', () => {
    const grants = [
      grant({ id: 'never' }),
      grant({ id: 'later', expiresAt: new Date(now.getTime() + 2 * day) }),
      grant({ id: 'soon', expiresAt: new Date(now.getTime() + day), source: 'top_up' }),
    ];
    expect(consumptionOrder(grants).map(({ id }) => id)).toEqual(['soon', 'later', 'never']);
  });

  it('decides ties by plan before top-up, then age, then id', () => {
    const older = new Date(now.getTime() - day);
    const grants = [
      grant({ id: 'd', source: 'top_up', grantedAt: older }),
      grant({ id: 'c' }),
      grant({ id: 'b' }),
      grant({ id: 'a', grantedAt: older }),
    ];
    expect(consumptionOrder(grants).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('consume', () => {
  it('gives the same allocation whatever the order of the rows', () => {
    const shuffled = anyGrants.chain((grants) =>
      fc.tuple(fc.constant(grants), fc.shuffledSubarray(grants, { minLength: grants.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 200 }), ([grants, other], amount) => {
        expect(consume(other, amount, now)).toEqual(consume(grants, amount, now));
      }),
    );
  });

  it('takes the exact amount, never more than a grant holds, or nothing at all', () => {
    fc.assert(
      fc.property(anyGrants, fc.integer({ min: 1, max: 200 }), (grants, amount) => {
        const spendable = grants.filter((candidate) => isSpendable(candidate, now));
        const available = spendable.reduce((sum, { remaining }) => sum + remaining, 0);
        const taken = consume(grants, amount, now);
        if (available < amount) return expect(taken).toBeNull();
        expect(taken?.reduce((sum, allocation) => sum - allocation.amount, 0)).toBe(amount);
        for (const { grantId, amount: part } of taken ?? []) {
          const from = spendable.find(({ id }) => id === grantId);
          expect(-part).toBeLessThanOrEqual(from?.remaining ?? 0);
          expect(part).toBeLessThan(0);
        }
      }),
    );
  });

  it('takes nothing from a grant at the instant of its expiry', () => {
    const expiring = grant({ id: 'a', expiresAt: now });
    expect(consume([expiring], 1, now)).toBeNull();
    expect(consume([expiring], 1, new Date(now.getTime() - 1))).toHaveLength(1);
  });
});
