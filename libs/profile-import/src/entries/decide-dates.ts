import { dateOrderOf, findPeriod } from '@canar/profile-document';

type Fields = Record<string, unknown>;

const undecided = /^\d{1,2}([-/\\])\d{1,2}\1\d{2,4}$/;
const dateFields = new Set(['startDate', 'endDate', 'date', 'releaseDate']);

/**
 * Reads the dates whose day and month nothing beside them decides, such as 03/04/2019, by the order of the document's other dates.
 * @param texts every line of the document; when its dates decide nothing or disagree, the dates stay as they are written
 */
export function decideDates(resume: Fields, texts: Iterable<string>): Fields {
  const order = dateOrderOf(texts);
  if (!order) return resume;
  const decide = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => decide(entry, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decide(inner, key)]));
    const typed = typeof value === 'string' && dateFields.has(name) && undecided.test(value);
    return typed ? (findPeriod(value, order)?.date ?? value) : value;
  };
  return decide(resume, '') as Fields;
}
