import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

import { GENESIS, hashEntry } from './chain';
import { checkContinuation, checkStatement, readStatement, type Statement } from './statement';

const tenantId = '0190a1b2-0000-7000-8000-000000000001';

/** A statement as the product exports it: grants, charges and reversals, newest first. */
function statementOf(amounts: readonly number[]): Statement {
  let [hash, balance] = [GENESIS, 0];
  const entries = amounts.map((amount, index) => {
    balance += amount;
    const fields = {
      transactionId: `t${index}`,
      kind: amount < 0 ? 'charge' : 'grant',
      action: amount < 0 ? 'profile.edit' : null,
      reference: `r${index}`,
      reverses: null,
      balanceAfter: balance,
      effectiveAt: new Date(index * 1000).toISOString(),
      source: amount < 0 ? null : 'plan',
      expiresAt: amount < 0 ? null : new Date(index * 1000 + 5000).toISOString(),
      hashVersion: 2 as const,
    };
    const [sequence, book] = [index * 2 + 1, amount < 0 ? 'spent' : 'issued'];
    const wallet = hashEntry(hash, tenantId, { ...fields, book: 'wallet', amount, sequence });
    hash = hashEntry(wallet, tenantId, { ...fields, book, amount: -amount, sequence: sequence + 1 });
    return { ...fields, amount, sequence, hash: wallet, counter: { book, hash } };
  });
  const head = { sequence: amounts.length * 2, balance, hash };
  return { format: 2, tenantId, head, entries: entries.reverse() };
}

const statements = fc
  .array(
    fc.integer({ min: -20, max: 20 }).filter((amount) => amount !== 0),
    { minLength: 2, maxLength: 8 },
  )
  .map((amounts) => statementOf([1000, ...amounts]));

/** A statement, and one of its lines. */
const places = fc.tuple(statements, fc.nat()).map(([statement, at]) => {
  const index = at % statement.entries.length;
  return { statement, index, line: statement.entries[index] as Statement['entries'][number] };
});

function withEntries(statement: Statement, entries: Statement['entries']): Statement {
  return { ...statement, entries };
}

describe('checkStatement', () => {
  it('reports nothing for a statement as exported', () => {
    fc.assert(fc.property(statements, (statement) => expect(checkStatement(statement)).toBeNull()));
    expect(checkStatement(statementOf([]))).toBeNull();
  });

  it('reports a changed amount, also with a matching balance', () => {
    fc.assert(
      fc.property(places, fc.boolean(), ({ statement, index, line }, thorough) => {
        const forged = { ...line, amount: line.amount + 1, balanceAfter: line.balanceAfter + (thorough ? 1 : 0) };
        const finding = checkStatement(withEntries(statement, statement.entries.with(index, forged)));
        expect(finding).toMatch(new RegExp(`^entry ${line.sequence} \\(`));
      }),
    );
  });

  it.each(['transactionId', 'reference', 'effectiveAt', 'expiresAt', 'hash'] as const)(
    'reports a changed %s',
    (field) => {
      fc.assert(
        fc.property(places, ({ statement, index, line }) => {
          const forged = { ...line, [field]: field === 'hash' ? 'f'.repeat(64) : 'another' };
          const finding = checkStatement(withEntries(statement, statement.entries.with(index, forged)));
          expect(finding).toContain(`entry ${line.sequence} `);
        }),
      );
    },
  );

  it('reports a removed entry, the newest included', () => {
    fc.assert(
      fc.property(places, ({ statement, index, line }) => {
        const finding = checkStatement(withEntries(statement, statement.entries.toSpliced(index, 1)));
        expect(finding).toMatch(new RegExp(`^entry ${line.sequence} is missing`));
      }),
    );
  });

  it('reports an entry in another position', () => {
    fc.assert(
      fc.property(statements, ({ entries, ...statement }) => {
        const [newest, second, ...rest] = entries;
        if (!newest || !second) throw new Error('A statement here has lines.');
        const finding = checkStatement({ ...statement, entries: [second, newest, ...rest] });
        expect(finding).toMatch(new RegExp(`^entry ${second.sequence} is out of place`));
      }),
    );
  });

  it('reports a rewritten history by comparing with an earlier statement', () => {
    const [earlier, later] = [statementOf([500, -5]), statementOf([500, -5, -5])];
    expect(checkContinuation(earlier, later)).toBeNull();
    const anew = statementOf([500, -10, -5]);
    expect(checkStatement(anew)).toBeNull();
    expect(checkContinuation(earlier, anew)).toBe('entry 3 was another in the earlier statement');
  });

  it('accepts the golden statement and reports any change of what its hashes cover', () => {
    const golden = readStatement(readFileSync(join(__dirname, '../../docs/ledger/statement.json'), 'utf8'));
    expect(checkStatement(golden)).toBeNull();
    const granted = golden.entries.findIndex(({ kind, hashVersion }) => kind === 'grant' && hashVersion === 2);
    const line = golden.entries[granted] as Statement['entries'][number];
    for (const change of [{ source: 'plan' }, { expiresAt: '2036-01-01T00:00:00.000Z' }, { hashVersion: 1 as const }]) {
      const forged = withEntries(golden, golden.entries.with(granted, { ...line, ...change }));
      expect(checkStatement(forged)).toContain(`entry ${line.sequence} `);
    }
  });

  it('rejects a file that is no exported statement', () => {
    expect(() => readStatement('[]')).toThrow(/no exported statement of format 1 or 2/);
  });
});
