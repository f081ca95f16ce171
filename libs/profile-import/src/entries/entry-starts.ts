import { bulletSign } from '../bullets';
import { commonStyle, styleOf, type TextLine } from '../layout/page';
import { findDates, findPeriod } from './dates';

const maxTitleLength = 90;

/** Whether a line can belong to the head of an item: short, without a bullet, not a sentence. */
export function isTitle(line: TextLine): boolean {
  return (
    line.text.length <= maxTitleLength &&
    !bulletSign.test(line.text) &&
    !/[.;]$/.test(line.text) &&
    !/^\p{Ll}/u.test(line.text)
  );
}

/** Whether a line is indented below the head of its item, as a list item is; a date in a column of its own is beside the head. */
export function isIndented(line: TextLine, head: TextLine): boolean {
  const [first, second] = head.cells;
  const left = first && second && findDates(first.text) ? second.x : head.x;
  return line.x > left + 8 && line.x < left + 60 && line.parts.length === 1;
}

const hasPeriod = (line: TextLine): boolean =>
  !bulletSign.test(line.text) && line.text.length < 140 && findPeriod(line.text) !== null;

const firstStyle = ({ cells, size, font }: TextLine): string => styleOf(cells[0]?.spans[0] ?? { size, font });

/**
 * The lines with which items begin where their first lines look unlike the rest: in the style of the section's first line, at its left
 * edge. Null where that style does not tell, or items and periods do not match.
 */
function startsByStyle(lines: readonly TextLine[]): number[] | null {
  const [first] = lines;
  if (!first || bulletSign.test(first.text) || firstStyle(first) === commonStyle(lines)) return null;
  const style = firstStyle(first);
  const looksAlike = (line: TextLine) =>
    firstStyle(line) === style && Math.abs(line.x - first.x) < 3 && !bulletSign.test(line.text);
  const starts = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return looksAlike(line) && !(before && looksAlike(before) && !hasPeriod(line)) ? [index] : [];
  });
  const periods = lines.filter(hasPeriod).length;
  if (periods === 0) return starts.length * 2 <= lines.length ? starts : null;
  const groups = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const dated = groups.filter((group) => group.some(hasPeriod)).length;
  const single = groups.every((group) => group.filter(hasPeriod).length <= 1);
  return single && dated >= Math.max(1, starts.length * 0.7) && dated === periods ? starts : null;
}

/** The lines with which items begin, counted back from the lines with their periods. */
function startsByDates(lines: readonly TextLine[]): number[] {
  const periods = lines.flatMap((line, index) => (hasPeriod(line) ? [index] : []));
  const dated =
    periods.length > 0
      ? periods
      : lines.flatMap((line, index) => (isTitle(line) && findDates(line.text) ? [index] : []));
  const first = dated[0];
  if (first === undefined) return [];
  const before = first <= 3 && lines.slice(0, first).every(isTitle) ? first : 0;
  return dated.map((place, index) => {
    const floor = index === 0 ? 0 : (dated[index - 1] ?? 0) + 1;
    let start = place;
    const belongsToHead = (line: TextLine) => isTitle(line) && !isIndented(line, lines[place] as TextLine);
    while (start > Math.max(floor, place - before) && belongsToHead(lines[start - 1] as TextLine)) start -= 1;
    return start;
  });
}

/** Without dates, an item begins at each short line that follows a longer one, or in the style of the first line. */
function startsByTitles(lines: readonly TextLine[]): number[] {
  const [first] = lines;
  const style = first && firstStyle(first) !== commonStyle(lines) ? firstStyle(first) : null;
  const alike = style === null ? [] : lines.flatMap((line, index) => (firstStyle(line) === style ? [index] : []));
  if (alike.length > 1) return alike;
  const onlyTitles = !lines.some((line) => !isTitle(line));
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return isTitle(line) && (!before || !isTitle(before) || onlyTitles) ? [index] : [];
  });
}

/** The indexes of the lines with which the items of a section begin; the first is 0. */
export function startIndexes(lines: readonly TextLine[]): number[] {
  const byDates = startsByStyle(lines) ?? startsByDates(lines);
  const starts = byDates.length > 0 ? byDates : startsByTitles(lines);
  return starts[0] === 0 || lines.length === 0 ? starts : [0, ...starts];
}
