import type { Count } from './score';

/** The fields of the score as the tables of the documentation name them. */
export const groups = ['name', 'contacts', 'work', 'education', 'skills', 'languages', 'rest'] as const;

export type Group = (typeof groups)[number];

const workFields = new Set(['work.name', 'work.position', 'work.dates', 'work.prose']);

/** The group of a field: of positions their employer, title, dates, summary and highlights. */
function groupOf(field: string): Group {
  const section = field.split('.')[0];
  if (section === 'work') return workFields.has(field) ? 'work' : 'rest';
  return groups.find((group) => group === section) ?? 'rest';
}

/** The counts of fields, added up by group; a group without facts is missing. */
export function groupedCounts(fields: ReadonlyMap<string, Count>): Map<Group, Count> {
  const sum = new Map<Group, Count>();
  for (const [field, count] of fields) {
    const group = groupOf(field);
    const { expected, read, right } = sum.get(group) ?? { expected: 0, read: 0, right: 0 };
    sum.set(group, {
      expected: expected + count.expected,
      read: read + count.read,
      right: right + count.right,
    });
  }
  return sum;
}
