import { type Fact, itemsOfDocument, pairItems } from './facts';

/** How many facts of a field were expected, read, and read right. */
export interface Count {
  expected: number;
  read: number;
  right: number;
}

/** The score of one document: the counts of each field, and what is missing or wrong. */
export interface Score {
  fields: Map<string, Count>;
  missing: Fact[];
  wrong: Fact[];
}

/** The harmonic mean of precision and recall, 1 for a field that neither has. */
export function f1({ expected, read, right }: Count): number {
  return expected + read === 0 ? 1 : (2 * right) / (expected + read);
}

function compare(score: Score, expected: readonly Fact[], read: readonly Fact[]): void {
  const unused = [...read];
  const count = (field: string, name: keyof Count) => {
    const counts = score.fields.get(field) ?? { expected: 0, read: 0, right: 0 };
    counts[name] += 1;
    score.fields.set(field, counts);
  };
  read.forEach(({ field }) => count(field, 'read'));
  for (const fact of expected) {
    count(fact.field, 'expected');
    const index = unused.findIndex(({ field, text }) => field === fact.field && text === fact.text);
    if (index < 0) score.missing.push(fact);
    else {
      unused.splice(index, 1);
      count(fact.field, 'right');
    }
  }
  score.wrong.push(...unused);
}

/** Compares a document with the expected one, fact by fact. */
export function scoreOf(expected: Record<string, unknown>, read: Record<string, unknown>): Score {
  const score: Score = { fields: new Map(), missing: [], wrong: [] };
  const [wanted, got] = [itemsOfDocument(expected), itemsOfDocument(read)];
  for (const section of new Set([...wanted.keys(), ...got.keys()])) {
    for (const [left, right] of pairItems(wanted.get(section) ?? [], got.get(section) ?? []))
      compare(score, left, right);
  }
  return score;
}

/** The sum of several scores. */
export function sumOf(scores: readonly Score[]): Map<string, Count> {
  const total = new Map<string, Count>();
  for (const [field, { expected, read, right }] of scores.flatMap(({ fields }) => [...fields])) {
    const sum = total.get(field) ?? { expected: 0, read: 0, right: 0 };
    total.set(field, { expected: sum.expected + expected, read: sum.read + read, right: sum.right + right });
  }
  return total;
}

/** All fields of a score as one count. */
export function wholeOf(fields: ReadonlyMap<string, Count>): Count {
  return [...fields.values()].reduce(
    (sum, { expected, read, right }) => ({
      expected: sum.expected + expected,
      read: sum.read + read,
      right: sum.right + right,
    }),
    { expected: 0, read: 0, right: 0 },
  );
}
