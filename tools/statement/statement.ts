import { z } from 'zod';

import { GENESIS, hashEntry } from './chain';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.object({
  sequence: z.int().positive(),
  transactionId: z.string(),
  kind: z.string(),
  /** For a reversal the action of its charge; the hash of the reversal covers null. */
  action: z.string().nullable(),
  reference: z.string().nullable(),
  reverses: z.string().nullable(),
  amount: z.int(),
  balanceAfter: z.int(),
  effectiveAt: z.string(),
  /** Of a grant; what an expiry was granted by is shown too, and counts as null in its hash. */
  source: z.string().nullable(),
  /** A statement of format 1 has neither of these. */
  expiresAt: z.string().nullable().default(null),
  hashVersion: z.literal([1, 2]).default(1),
  hash,
  counter: z.object({ book: z.string(), hash }),
});
const statement = z.object({
  format: z.literal([1, 2]),
  tenantId: z.string(),
  head: z.object({ sequence: z.int().min(0), balance: z.int().min(0), hash }),
  entries: z.array(line),
});

/** The parts of an exported statement that the chain covers; newest line first. */
export type Statement = z.output<typeof statement>;
type Line = z.output<typeof line>;

/** The result of a check: the first error, from the oldest line on, or null. */
export type Finding = string | null;

/**
 * Reads the text of an exported statement.
 * @throws Error when it is not a statement of a known format
 */
export function readStatement(text: string): Statement {
  const parsed = statement.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`This is no exported statement of format 1 or 2: ${z.prettifyError(parsed.error)}`);
}

/** Checks every hash, the order, the balances, and the head of the statement. */
export function checkStatement({ tenantId, head, entries }: Statement): Finding {
  let [previous, balance, next] = [GENESIS, 0, 1];
  for (const entry of [...entries].reverse()) {
    const place = `entry ${next} (${entry.kind} of ${entry.amount}, ${entry.effectiveAt})`;
    if (entry.sequence !== next) return outOfPlace(entries, entry, next);
    if (entry.balanceAfter !== balance + entry.amount)
      return `${place}: the balance does not follow from the one before`;
    const [wallet, counter] = hashesOf(previous, tenantId, entry);
    if (wallet !== entry.hash) return `${place}: it is not what was written`;
    if (counter !== entry.counter.hash) return `${place}: its counter-entry is not what was written`;
    [previous, balance, next] = [counter, entry.balanceAfter, next + 2];
  }
  if (head.sequence !== next - 1) return `entry ${next} is missing: the statement ends too early`;
  if (head.hash !== previous || head.balance !== balance) return 'the end that it names is not that of its last entry';
  return null;
}

/** Checks that a later statement contains every line of an earlier one: a rewritten history would not. */
export function checkContinuation(earlier: Statement, later: Statement): Finding {
  if (earlier.tenantId !== later.tenantId) return 'the two statements are of different accounts';
  const there = new Map(later.entries.map((entry) => [entry.sequence, entry.counter.hash]));
  const lost = [...earlier.entries].reverse().find((entry) => there.get(entry.sequence) !== entry.counter.hash);
  return lost ? `entry ${lost.sequence} was another in the earlier statement` : null;
}

function hashesOf(previous: string, tenantId: string, entry: Line): [string, string] {
  const action = entry.kind === 'charge' ? entry.action : null;
  const source = entry.kind === 'grant' ? entry.source : null;
  const { sequence, amount, counter } = entry;
  const wallet = hashEntry(previous, tenantId, { ...entry, action, source, book: 'wallet' });
  const other = { ...entry, action, source, book: counter.book, sequence: sequence + 1, amount: -amount };
  return [wallet, hashEntry(wallet, tenantId, other)];
}

function outOfPlace(entries: readonly Line[], found: Line, expected: number): string {
  const elsewhere = entries.some(({ sequence }) => sequence === expected);
  return elsewhere
    ? `entry ${expected} is out of place: entry ${found.sequence} stands where it belongs`
    : `entry ${expected} is missing`;
}
