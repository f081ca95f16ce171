import { styleOf, type TextLine } from '../layout/page';

type Fields = Record<string, unknown>;

const unquoted = (text: string): string => text.replace(/^[\s“”"„«]+|[\s“”"»]+$/gu, '');

function referenceOf(quoted: readonly string[], name?: string): Fields {
  const reference = unquoted(quoted.join(' '));
  return { ...(name ? { name } : {}), ...(reference ? { reference } : {}) };
}

/** Names that look unlike the text, each with the text below it. */
function namesFirst(lines: readonly TextLine[]): Fields[] | null {
  const [first, second] = lines;
  if (!first || !second || first.text.length > 60) return null;
  const indented = second.x > first.x + 8;
  if (styleOf(first) === styleOf(second) && !indented) return null;
  const isName = (line: TextLine) => styleOf(line) === styleOf(first) && (!indented || Math.abs(line.x - first.x) < 3);
  const starts = lines.flatMap((line, index) => (isName(line) ? [index] : []));
  return starts.map((start, index) => {
    const text = lines.slice(start + 1, starts[index + 1]).map((line) => line.text);
    return referenceOf(text, lines[start]?.text);
  });
}

/** Quotations, each followed by a line with a dash and the person's name, or below it. */
export function referencesOf(lines: readonly TextLine[]): Fields[] {
  const dashed = lines.some(({ text }) => /^[—–-]\s*\S/u.test(text));
  const named = dashed ? null : namesFirst(lines);
  if (named) return named;
  const references: Fields[] = [];
  let quoted: string[] = [];
  for (const { text } of lines) {
    const [, name] = /^[—–-]\s*(.+)$/u.exec(text) ?? [];
    if (name) references.push(referenceOf(quoted, name));
    quoted = name ? [] : [...quoted, text];
  }
  return quoted.length > 0 ? [...references, referenceOf(quoted)] : references;
}
