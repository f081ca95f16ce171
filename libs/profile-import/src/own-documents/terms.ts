import type { TextRun } from '../layout/page';
import { splitList } from '../sections/groups';
import type { Element } from './elements';
import { joinedText } from './joined-text';

/** A skill, language or interest. */
export interface Term {
  name: string;
  level: string | undefined;
  words: string[];
}

const separator = /^[\s·]*$/u;

/** The runs of a term; in a narrow column its words are an element of their own. */
interface Group {
  runs: TextRun[];
  words: TextRun[];
}

/** The groups of runs: one begins where bold letters follow others. */
function groupsOf(elements: readonly Element[]): Group[] {
  const firsts = elements.filter(({ role }, index) => role === 'text' || index === 0);
  const strong = new Set(firsts.map(({ runs: [run] }) => run?.font));
  const groups: Group[] = [];
  let inName = false;
  let inColumn = false;
  for (const { role, runs } of elements) {
    runs.forEach((run, index) => {
      const first = role === 'text' && (index === 0 || /·\s*$/u.test(runs[index - 1]?.text ?? ''));
      const begins = (first && !separator.test(run.text)) || (strong.has(run.font) && !inName);
      if (begins || groups.length === 0) groups.push({ runs: [], words: [] });
      if (begins) inColumn = role === 'text';
      if (!separator.test(run.text)) inName = strong.has(run.font);
      const group = groups.at(-1);
      (inColumn && role === 'other' ? group?.words : group?.runs)?.push(run);
    });
  }
  return groups.filter(({ runs }) => runs.some(({ text }) => !separator.test(text)));
}

/** Name, level and words of one term: `Name – level: words`, or in columns `words – level`. */
function termOf({ runs, words: below }: Group): Term {
  const [first] = runs;
  const end = runs.findIndex(({ font }) => font !== first?.font);
  const name = joinedText(end < 0 ? runs : runs.slice(0, end));
  const rest = (end < 0 ? '' : joinedText(runs.slice(end))).replace(/^·\s*|\s*·$/gu, '').trim();
  const listed = splitList(joinedText(below));
  const [, level, words] = /^–\s+(.+?)(?::\s+(.+))?$/u.exec(rest) ?? [];
  if (level !== undefined) return { name, level, words: [...splitList(words ?? ''), ...listed] };
  const [, list = rest, behind] = /^(.*\S)\s+–\s+(\S.*)$/u.exec(rest) ?? [];
  return { name, level: behind, words: [...splitList(list.replace(/^:\s*/, '')), ...listed] };
}

/** The terms of a section, in a line, a list or a table. */
export function termsOf(inside: readonly Element[]): Term[] {
  return groupsOf(inside).map(termOf);
}

/** Quotations, each with the name of its author behind a dash. */
export function quotesOf(inside: readonly Element[]): Record<string, unknown>[] {
  const quotes: { name?: string; said: string[] }[] = [];
  for (const { role, text } of inside) {
    const last = quotes.at(-1);
    if (role === 'other' && /^—\s/u.test(text)) {
      const name = text.replace(/^—\s+/u, '');
      if (last && last.name === undefined) last.name = name;
      else quotes.push({ name, said: [] });
    } else if (last && last.name === undefined) last.said.push(text);
    else quotes.push({ said: [text] });
  }
  return quotes.map(({ name, said }) => ({ name, reference: said.join('\n\n') }));
}
