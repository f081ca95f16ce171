const hour = 3_600_000;
/** Within which a breach is reported to the Data Protection Board (DPDP Rules, 2025, rule 7). */
const hoursToReport = 72;

/** A breach, as the person who reports it states it. */
export interface Breach {
  /** When the operator learned of it. */
  knownAt: Date;
  /** The time in which it happened; `until` is excluded. */
  from: Date;
  until: Date;
}

/** What the audit log says of the time of a breach, by ids only. */
export interface BreachFacts {
  acts: readonly { act: string; entries: number; persons: number }[];
  accounts: readonly { userId: string; entries: number; first: Date; last: Date }[];
  operatorActs: readonly { at: Date; act: string; operatorId: string | null; userId: string | null }[];
}

const toState = '_To be stated._';

/** The report of a breach in Markdown: the facts of the audit log, and the questions of rule 7 that no log answers. */
export function breachReport(breach: Breach, { acts, accounts, operatorActs }: BreachFacts): string {
  return [
    '# Report of a personal data breach',
    'Digital Personal Data Protection Rules, 2025, rule 7. All times are UTC. Accounts are named by their ids.',
    summary(breach, accounts.length),
    '## 1. Nature, extent, timing and place',
    toState,
    table(
      ['Entry of the audit log', 'Entries', 'Persons'],
      acts.map(({ act, entries, persons }) => [act, entries, persons]),
    ),
    '## 2. Events and reasons',
    toState,
    'What operators did in this time:',
    table(
      ['When', 'Act', 'Operator', 'Account'],
      operatorActs.map(({ at, act, operatorId, userId }) => [text(at), act, operatorId ?? 'the program', userId ?? '']),
    ),
    '## 3. Likely consequences for the persons',
    toState,
    '## 4. Measures taken and proposed',
    toState,
    '## 5. Findings about who caused it',
    toState,
    '## 6. What the persons were informed of, and when',
    toState,
    '## Accounts',
    table(
      ['Account', 'Entries', 'First', 'Last'],
      accounts.map(({ userId, entries, first, last }) => [userId, entries, text(first), text(last)]),
    ),
  ].join('\n\n');
}

function summary({ knownAt, from, until }: Breach, accounts: number): string {
  const due = new Date(knownAt.getTime() + hoursToReport * hour);
  return table(
    ['', ''],
    [
      ['Became known', text(knownAt)],
      ['Report due to the Board', text(due)],
      ['Happened from', text(from)],
      ['Happened until', text(until)],
      ['Accounts with entries in this time', accounts],
    ],
  );
}

function text(time: Date): string {
  return time.toISOString();
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
