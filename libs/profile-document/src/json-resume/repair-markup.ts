import { limits } from '../schema/limits';
import type { PathStep } from '../schema/pointer';
import { fieldsOf, type shapes } from '../schema/schema';
import { type PlainText, plainTextOf, withoutBullet } from './plain-text';
import type { ImportReport } from './report';

type Fields = Record<string, unknown>;

/** Fields of several lines. */
const prose = new Set(['summary', 'description', 'reference', 'address']);

const oneLine = (text: string): string => text.replace(/\n+(?:• )?/g, ' ');

/**
 * Makes HTML, entities, Markdown and bullet signs in the texts of one part plain text, in place, and reports each change. The entries
 * of a list in a summary become highlights where the part has them.
 */
export function repairMarkup(part: keyof typeof shapes, fields: Fields, path: PathStep[], report: ImportReport): void {
  const kinds = new Map(fieldsOf(part));
  for (const [name, kind] of kinds) {
    const value = fields[name];
    if (kind === 'texts' && Array.isArray(value)) fields[name] = repairTexts(value, [...path, name], report);
  }
  for (const [name, kind] of kinds) {
    const value = fields[name];
    if (kind !== 'text' || typeof value !== 'string') continue;
    const plain = plainTextOf(value);
    if (!plain) continue;
    const highlights = prose.has(name) && kinds.get('highlights') === 'texts' ? withEntries(fields, plain) : null;
    if (highlights) fields.highlights = highlights;
    fields[name] = highlights ? plain.lines : prose.has(name) ? plain.text : oneLine(plain.text);
    report.repair([...path, name], value, plain.text);
  }
}

/** The highlights of an item with the entries of a list before them; `null` when there are none or too many. */
function withEntries(fields: Fields, { entries }: PlainText): unknown[] | null {
  const present = fields.highlights ?? [];
  if (entries.length === 0 || !Array.isArray(present) || present.length + entries.length > limits.items) return null;
  return [...entries, ...(present as unknown[])];
}

function repairTexts(values: unknown[], path: PathStep[], report: ImportReport): unknown[] {
  const repaired = values.flatMap((value, index) => {
    if (typeof value !== 'string') return [value];
    const plain = plainTextOf(value);
    const lines = plain ? [oneLine(plain.lines), ...plain.entries].filter((line) => line !== '') : [value];
    const texts = lines.map(withoutBullet);
    if (texts.length !== 1 || texts[0] !== value) report.repair([...path, index], value, texts.join('\n'));
    return texts;
  });
  return repaired.length > limits.items ? values : repaired;
}
