import type { TextRun } from '../layout/page';

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const conjunction = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|og|och|en)(?!\p{L})/iu;

/** Whether a word was parted inside: a link, or a word longer than any line holds. */
function isPartedWord(before: string, after: string): boolean {
  const [last = ''] = /\S*$/.exec(before) ?? [];
  const [first = ''] = /^\S*/.exec(after) ?? [];
  const marks = `${last}${first}`.match(/[/.@_-]/g) ?? [];
  return last.length + first.length >= 45 && (marks.length > 1 || last.length % 12 === 0);
}

/** Whether the end of a line parts two words, and not a word at its hyphen, at a slash, or a script without spaces. */
function partsWords(before: string, after: string): boolean {
  const [last = '', first = ''] = [[...before].at(-1), [...after][0]];
  if (withoutSpaces.test(last) && withoutSpaces.test(first)) return false;
  if (isPartedWord(before, after)) return false;
  if (/[\p{L}\p{N}]-$/u.test(before)) return !/[\p{L}\p{N}]/u.test(first) || conjunction.test(after);
  return !(/\S[/–—]$/u.test(before) && /[\p{L}\p{N}]/u.test(first));
}

const isSameLine = (a: TextRun, b: TextRun): boolean => Math.abs(a.y - b.y) < Math.max(a.size, b.size) * 0.6;
const gapOf = (a: TextRun, b: TextRun): number => Math.max(b.x - a.x - a.width, a.x - b.x - b.width);

/** The text of runs in reading order, whose lines were broken at spaces or where the script allows it. */
export function joinedText(runs: readonly TextRun[]): string {
  let text = '';
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    const apart =
      before &&
      (isSameLine(before, run)
        ? gapOf(before, run) > run.size * 0.12
        : partsWords(text.trimEnd(), run.text.trimStart()));
    text += `${apart ? ' ' : ''}${run.text}`;
  });
  return text.replace(/\s+/g, ' ').trim();
}
