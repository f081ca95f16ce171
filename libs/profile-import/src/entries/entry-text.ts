import { bulletSign } from '../bullets';
import type { TextLine } from '../layout/page';
import { isIndented } from './entry-starts';
import { joinWrapped } from '../resume-text/hyphens';

const unfinished = /(?:,|&|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|across))$/i;

/**
 * Marks each indented list item with a bullet: browsers draw bullets as shapes and leave none in the text. A line that begins with a
 * small letter, or follows a line that cannot end there, continues the item above.
 */
export function withBullets(lines: readonly TextLine[], head: TextLine): readonly TextLine[] {
  if (lines.some(({ text }) => bulletSign.test(text))) return lines;
  const entries: TextLine[] = [];
  const tight = tightness(lines.filter((line) => isIndented(line, head)).slice(1));
  for (const line of lines) {
    const before = entries.at(-1);
    const inside = isIndented(line, head);
    const wrapped = before && (/^[\p{Ll}(]/u.test(line.text) || unfinished.test(before.text) || tight(line));
    const continuesItem = inside && before?.full && wrapped;
    if (!continuesItem) entries.push(inside ? { ...line, text: `• ${line.text}` } : line);
    else entries.splice(-1, 1, { ...line, text: `${before.text} ${line.text}` });
  }
  return entries;
}

/** Tells whether a line stands nearer to the one above it than list items stand to each other; never where all stand alike. */
function tightness(lines: readonly TextLine[]): (line: TextLine) => boolean {
  const steps = lines.map(({ above }) => above).filter((step) => step > 0);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  return ({ above }) => most > least * 1.15 && most < least * 3 && above > 0 && above < least * 1.08;
}

/** Whether a line continues the one above: indented below a bullet, beginning with a small letter, or below a full line of prose. */
function continuesLine(line: TextLine, before: TextLine, bullet: TextLine | undefined): boolean {
  if (bulletSign.test(line.text)) return false;
  if (/^\p{Ll}/u.test(line.text)) return true;
  if (bullet !== undefined) {
    const hanging = line.x > bullet.x + 2 || (before.full && line.above > 0 && line.above <= before.above * 0.9);
    return hanging && Math.abs(line.size - before.size) < 0.3;
  }
  return before.full && !/[.!?:]$/.test(before.text);
}

/** Joins continued lines and hyphenated words; one line of text for each paragraph or bullet. */
export function joinLines(lines: readonly TextLine[]): string {
  const texts: string[] = [];
  let bullet: TextLine | undefined;
  lines.forEach((line, index) => {
    const [text, before, previous] = [line.text, texts.at(-1), lines[index - 1]];
    if (before === undefined || !previous || !continuesLine(line, previous, bullet)) texts.push(text);
    else texts[texts.length - 1] = joinWrapped(before, text);
    if (bulletSign.test(text)) bullet = line;
  });
  return texts.join('\n');
}
