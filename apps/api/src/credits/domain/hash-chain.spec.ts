import fc from 'fast-check';
import { agrees, type ChainedEntry, firstBadEntry, genesis, type StoredAccount } from './hash-chain';
import type { LedgerTransaction } from './ledger';
import { post } from './posting';
import { TenantId } from '../../platform/ids/ids';

const tenantId = TenantId('tenant');
const start = { balance: 0, sequence: 0, hash: genesis };

function chainOf(amounts: number[]): ChainedEntry[] {
  const transactions: LedgerTransaction[] = amounts.map((amount, index) => ({
    id: `t${index}`,
    kind: 'grant',
    action: null,
    reference: null,
    reverses: null,
    effectiveAt: new Date(index),
    amount,
    against: 'issued',
    allocations: [],
  }));
  const { entries } = post(tenantId, start, transactions, () => 'entry');
  return entries.map((entry) => {
    const transaction = transactions.find(({ id }) => id === entry.transactionId);
    return { ...(transaction as LedgerTransaction), ...entry };
  });
}

const chains = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }).map(chainOf);
const places = fc.nat();

describe('the hash chain', () => {
  it('verifies an unchanged chain', () => {
    fc.assert(fc.property(chains, (chain) => expect(firstBadEntry(tenantId, chain)).toBeNull()));
  });

  it('names the first entry that was changed', () => {
    fc.assert(
      fc.property(chains, places, (chain, place) => {
        const index = place % chain.length;
        const forged = chain.map((entry, at) => (at === index ? { ...entry, amount: entry.amount + 1 } : entry));
        expect(firstBadEntry(tenantId, forged)).toBe(index + 1);
      }),
    );
  });

  it('names the place of an entry that was taken out', () => {
    fc.assert(
      fc.property(chains, places, (chain, place) => {
        const index = place % (chain.length - 1);
        expect(firstBadEntry(tenantId, chain.toSpliced(index, 1))).toBe(index + 1);
      }),
    );
  });

  it('rejects the chain of another tenant', () => {
    fc.assert(fc.property(chains, (chain) => expect(firstBadEntry(TenantId('another'), chain)).toBe(1)));
  });
});

describe('post', () => {
  it('refuses what would take the wallet below zero, and parts of a credit', () => {
    expect(() => chainOf([5, -6])).toThrow(/never falls below zero/);
    expect(() => chainOf([1.5])).toThrow(/whole numbers/);
  });
});

describe('an account', () => {
  const accountOf = (chain: ChainedEntry[]): StoredAccount => {
    const { sequence = 0, balanceAfter: balance = 0, hash = genesis } = chain.at(-1) ?? {};
    return { sequence, balance, hash, left: balance };
  };

  it('accepts its chain, one that has grown since, and an empty one', () => {
    fc.assert(
      fc.property(chains, places, (chain, place) => {
        expect(agrees(accountOf(chain.slice(0, place % (chain.length + 1))), chain)).toBe(true);
      }),
    );
  });

  it('rejects a chain whose end was cut off', () => {
    fc.assert(fc.property(chains, (chain) => expect(agrees(accountOf(chain), chain.slice(0, -1))).toBe(false)));
  });

  it.each<keyof StoredAccount>(['balance', 'left'])('does not agree when its %s is another', (field) => {
    fc.assert(
      fc.property(chains, (chain) => {
        const account = accountOf(chain);
        expect(agrees({ ...account, [field]: Number(account[field]) + 1 }, chain)).toBe(false);
      }),
    );
  });
});
