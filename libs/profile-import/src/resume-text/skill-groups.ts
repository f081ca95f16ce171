import { findDates } from '../entries/dates';
import { type Block } from '../headings/blocks';
import { isOtherHeading } from '../headings/headings';
import { piecesOfCell, type TextLine, withCells } from '../layout/page';
import { contactOf } from './contact';

const maxLines = 12;

/** Whether lines are keywords: short, without dates, sentences and contact details. */
const areKeywords = (lines: readonly TextLine[]): boolean =>
  lines.length > 0 &&
  lines.length <= maxLines &&
  lines.every(
    ({ text }) => text.length < 60 && !/[.:;]$/.test(text) && findDates(text) === null && text.split(' ').length < 9,
  ) &&
  Object.keys(contactOf(lines).fields).length === 0;

const isGroup = ({ section, heading, lines }: Block): boolean =>
  typeof section === 'object' &&
  section !== null &&
  heading !== undefined &&
  !isOtherHeading(heading.text) &&
  areKeywords(lines);

/** A group of keywords as one line with its name. */
function groupLine({ heading, lines }: Block): TextLine[] {
  const [cell] = heading?.cells ?? [];
  if (!heading || !cell) return [];
  const keywords = lines.flatMap((line) => line.cells.flatMap(piecesOfCell));
  return [withCells(heading, [{ ...cell, text: `${cell.text}: ${keywords.join(', ')}` }])];
}

/**
 * Makes headings that nobody knows, with keywords below each, the groups of one section of skills, in a résumé that has no such section:
 * some templates print its groups without a heading for all of them.
 */
export function withSkillGroups(blocks: readonly Block[]): Block[] {
  const groups = blocks.filter(isGroup);
  const [first] = groups;
  if (!first || groups.length < 2 || blocks.some(({ section }) => section === 'skills')) return [...blocks];
  const skills: Block = { section: 'skills', lines: groups.flatMap(groupLine) };
  return blocks.flatMap((block) => (block === first ? [skills] : groups.includes(block) ? [] : [block]));
}
