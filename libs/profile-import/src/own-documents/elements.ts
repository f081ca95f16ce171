import type { TextPage, TextRun } from '../layout/page';
import { joinedText } from './joined-text';

/** What a paragraph of our own documents is. */
export type Role = 'name' | 'section' | 'title' | 'text' | 'item' | 'other';

/** A text of one document structure element; a paragraph or list item that two pages share is one element. */
export interface Element {
  role: Role;
  runs: TextRun[];
  text: string;
  page: number;
  /** a bullet stands before it */
  bulleted?: boolean;
}

const roles: Readonly<Record<string, Role>> = { H1: 'name', H2: 'section', H3: 'title', P: 'text', LBody: 'item' };

const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** The runs of one element as they are read: of lines from right to left the rightmost first, each with its full stop behind it. */
function inReadingOrder(runs: readonly TextRun[]): TextRun[] {
  if (!runs.some(({ text }) => fromRight.test(text))) return [...runs];
  const lines = new Map<number, TextRun[]>();
  for (const run of runs) lines.set(Math.round(run.y), [...(lines.get(Math.round(run.y)) ?? []), run]);
  return [...lines.values()].flatMap((line) =>
    line
      .sort((a, b) => b.x - a.x)
      .map((run) => ({ ...run, text: run.text.replace(/^([.,:;!?]+)(?=\p{L})(.*)$/su, '$2$1') })),
  );
}

/** The tagged elements of one page in reading order; a bullet marks the item behind it. */
function elementsOfPage({ runs }: TextPage, page: number): Element[] {
  const groups = new Map<number, TextRun[]>();
  for (const run of runs) {
    if (run.tag) groups.set(run.tag.element, [...(groups.get(run.tag.element) ?? []), run]);
  }
  let bulleted = false;
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([, tagged]): Element[] => {
      const group = inReadingOrder(tagged);
      const role = group[0]?.tag?.role ?? '';
      if (role === 'Lbl') {
        bulleted = true;
        return [];
      }
      const element = { role: roles[role] ?? 'other', runs: group, text: joinedText(group), page };
      const marked = bulleted ? { ...element, bulleted } : element;
      bulleted = false;
      return [marked];
    });
}

/** How far headings are set in from the text of their column at most, in points. */
const headingInset = 20;

/** Where the short sections beside the long ones begin: a test for elements of the narrow column; null of one column. */
function sideColumn(elements: readonly Element[]): ((element: Element) => boolean) | null {
  const sections = elements.filter(({ role }) => role === 'section');
  const rtl = sections.filter(({ text }) => fromRight.test(text)).length * 2 > sections.length;
  const edge = ({ runs: [run] }: Element): number => (run ? (rtl ? -run.x - run.width : run.x) : 0);
  const edges = sections.map(edge);
  const [first, last] = [Math.min(...edges), Math.max(...edges)];
  return last - first > 150 ? (element) => edge(element) > last - headingInset : null;
}

/** Brings the narrow column behind the wide one, over all pages. What stands above the first section is the head. */
function byColumn(elements: readonly Element[]): Element[] {
  const isBeside = sideColumn(elements);
  const body = elements.findIndex(({ role }) => role === 'section' || role === 'text');
  if (!isBeside || body < 0) return [...elements];
  const inBody = elements.slice(body);
  return [
    ...elements.slice(0, body),
    ...inBody.filter((element) => !isBeside(element)),
    ...inBody.filter((element) => isBeside(element)),
  ];
}

/** Whether an element continues the one before it, which a page parted. */
function continues(before: Element, element: Element): boolean {
  if (before.page === element.page || before.role !== element.role) return false;
  if (element.role === 'item') return !element.bulleted;
  return element.role === 'text' && (!/[.!?:;…।。！？]["”»]?$/u.test(before.text) || /^\p{Ll}/u.test(element.text));
}

/** The elements of a document of ours in reading order. Null when it has lost its tags. */
export function elementsOf(pages: readonly TextPage[]): Element[] | null {
  const elements = byColumn(pages.flatMap((page, index) => elementsOfPage(page, index + 1)));
  if (elements.filter(({ role }) => role === 'name').length !== 1) return null;
  const joined: Element[] = [];
  for (const element of elements) {
    const before = joined.at(-1);
    if (!before || !continues(before, element)) joined.push(element);
    else {
      const runs = [...before.runs, ...element.runs];
      joined.splice(-1, 1, { ...before, runs, text: joinedText(runs), page: element.page });
    }
  }
  return joined;
}
