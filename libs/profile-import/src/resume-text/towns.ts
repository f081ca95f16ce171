import { bulletSign } from '../bullets';
import type { Block } from '../headings/blocks';
import { findDates } from '../entries/dates';
import type { TextLine } from '../layout/page';
import { placeOf } from './contact';
import { roleWord } from './words';

const sections: ReadonlySet<unknown> = new Set(['work', 'education', 'volunteer']);

/** The last of several pieces of a line, where it may be a place. */
function townOf({ text, cells }: TextLine): string[] {
  if (text.length > 120 || bulletSign.test(text)) return [];
  const pieces = cells.flatMap((cell) => (findDates(cell.text)?.rest ?? cell.text).split(/,\s+|\s+[|·•–—]\s+/u));
  const last = pieces.length > 1 ? pieces.at(-1)?.trim() : undefined;
  return last && !roleWord.test(last) && placeOf(last) !== null ? [last] : [];
}

/** The towns that stand behind employers and schools. */
export function townsOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.filter(({ section }) => sections.has(section)).flatMap(({ lines }) => lines.flatMap(townOf)));
}
