import type { TextRun } from '../layout/page';
import type { OfficeParagraph } from '../office/paragraphs';
import type { Element, Role } from './elements';
import { joinedText } from './joined-text';

const roles: Readonly<Record<string, Role>> = { Heading1: 'name', Heading2: 'section', Heading3: 'title' };
const besideText = /^Canar(?:Headline|Contacts|Facts|Author)$/;

/** The sizes that our PDFs give the same parts, in points. */
const sizes: Readonly<Record<string, number>> = {
  Heading3: 10.6,
  CanarHeadline: 12,
  CanarContacts: 9,
  CanarDates: 8.5,
};

function roleOf({ styleId = '', item }: OfficeParagraph): Role {
  return roles[styleId] ?? (item ? 'item' : besideText.test(styleId) ? 'other' : 'text');
}

/** The runs of a paragraph side by side on one line. */
function runsOf({ parts, styleId = '' }: OfficeParagraph, y: number): TextRun[] {
  let x = 0;
  return parts.flat().map(({ text, font, link, style = '' }) => {
    const run = { text, x, y, width: text.length, size: sizes[style] ?? sizes[styleId] ?? 10, font, link };
    x += text.length;
    return run;
  });
}

/** The contact details of a paragraph apart: each link is one. */
function details(runs: readonly TextRun[]): TextRun[][] {
  const groups: TextRun[][] = [];
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    if (!before || before.link !== run.link) groups.push([run]);
    else groups.at(-1)?.push(run);
  });
  return groups;
}

/** The elements of a Word file that this product exported, by its styles; null of any other. */
export function elementsOfOwnWordFile(paragraphs: readonly OfficeParagraph[]): Element[] | null {
  const isOwn = paragraphs.some(({ styleId = '' }) => besideText.test(styleId));
  const names = paragraphs.filter(({ styleId }) => styleId === 'Heading1');
  if (!isOwn || names.length !== 1) return null;
  return paragraphs.flatMap((paragraph, index): Element[] => {
    const runs = runsOf(paragraph, index * 20);
    const groups = paragraph.styleId === 'CanarContacts' ? details(runs) : [runs];
    return groups
      .map((group) => ({ role: roleOf(paragraph), runs: group, text: joinedText(group), page: 1 }))
      .filter(({ text }) => text !== '');
  });
}
