import { bulletSign } from '../bullets';
import { joinWrapped } from './hyphens';
import type { TextLine } from '../layout/page';

/** The smallest distance between two lines of one page: the leading of running text. */
function leadingOf(lines: readonly TextLine[]): number {
  const steps = lines
    .slice(1)
    .map(({ above }) => above)
    .filter((step) => step > 0);
  return steps.length === 0 ? Infinity : Math.min(...steps);
}

/** Joins the lines of paragraphs; one begins below a wider distance, or at a bullet. */
export function paragraphsOf(lines: readonly TextLine[]): string[] {
  const leading = leadingOf(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const apart = !before || bulletSign.test(line.text) || (line.above > leading * 1.3 && !/^\p{Ll}/u.test(line.text));
    if (apart && (paragraphs.length === 0 || before?.page === line.page)) paragraphs.push(line.text);
    else paragraphs.push(joinWrapped(paragraphs.pop() ?? '', line.text));
  });
  return paragraphs;
}
