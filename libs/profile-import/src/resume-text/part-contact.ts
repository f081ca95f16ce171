import type { TextLine } from '../layout/page';
import { contactOf } from './contact';
import { joinLinks } from './join-links';

/** Whether a line holds contact details and nothing else. */
function isDetail(line: TextLine): boolean {
  const { fields, rest } = contactOf([line]);
  return Object.keys(fields).length > 0 && rest.length === 0;
}

const isProse = ({ text }: TextLine): boolean => text.length > 45 || /[.!?。]$/u.test(text);

/**
 * Divides the lines of a section into contact details and other lines. Short lines between details, such as a place, go with them; where
 * no line is running text, all do.
 */
export function partContact(all: readonly TextLine[]): { contact: TextLine[]; other: TextLine[] } {
  const lines = joinLinks(all);
  const details = lines.flatMap((line, index) => (isDetail(line) ? [index] : []));
  const [first = lines.length, last = -1] = [details[0], details.at(-1)];
  if (last < 0) return { contact: [], other: [...all] };
  const alone = !lines.some((line, index) => isProse(line) && !details.includes(index));
  const belongs = (line: TextLine, index: number): boolean =>
    alone || details.includes(index) || (index > first && index < last && !isProse(line));
  return { contact: lines.filter(belongs), other: lines.filter((line, index) => !belongs(line, index)) };
}
