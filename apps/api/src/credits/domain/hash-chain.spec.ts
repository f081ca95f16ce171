import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Statement } from '../dto/statement.dto';
import { chainOfStatement } from '../testing/chain-of-statement';
import { type ChainedEntry, firstBadEntry, genesis } from './hash-chain';
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
    source: 'plan',
    expiresAt: new Date(index + 1000),
    effectiveAt: new Date(index),
    amount,
    against: 'issued',
    allocations: [],
  }));
  const { entries } = post(tenantId, start, transactions, () => 'entry');
  return entries.map((entry) => {
    const transaction = transactions.find(({ id }) => id === entry.transactionId);
    return { ...(transaction as LedgerTransaction), ...entry, hashVersion: 2 };
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

  it('names the position of an entry that was removed', () => {
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
  it('rejects an entry that makes the balance negative, and fractions of a credit', () => {
    expect(() => chainOf([5, -6])).toThrow(/never falls below zero/);
    expect(() => chainOf([1.5])).toThrow(/whole numbers/);
  });
});

describe('the golden statement', () => {
  const path = join(__dirname, '../../../../../docs/ledger/statement.json');
  const golden = JSON.parse(readFileSync(path, 'utf8')) as Statement;
  const chain = chainOfStatement(golden);

  it('verifies the hashes of the documented statement, in both versions', () => {
    expect(new Set(chain.map(({ hashVersion }) => hashVersion))).toEqual(new Set([1, 2]));
    expect(firstBadEntry(TenantId(golden.tenantId), chain)).toBeNull();
  });

  it.each<Partial<ChainedEntry>>([
    { balanceAfter: 1 },
    { amount: 1 },
    { kind: 'expiry' },
    { action: 'another' },
    { reference: 'another' },
    { reverses: 'another' },
    { book: 'taken_back' },
    { effectiveAt: new Date(0) },
    { source: 'plan' },
    { expiresAt: new Date(0) },
    { transactionId: 'another' },
  ])('covers %j in every entry of version 2', (change) => {
    chain.forEach((entry, index) => {
      const [field, value] = Object.entries(change)[0] ?? [];
      if (entry.hashVersion === 1 || entry[field as keyof ChainedEntry] === value) return;
      expect(firstBadEntry(TenantId(golden.tenantId), chain.with(index, { ...entry, ...change }))).toBe(index + 1);
    });
  });
});
