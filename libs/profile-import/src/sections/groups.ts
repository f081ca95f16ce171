import { bulletSign } from '../bullets';
import { type Cell, piecesOfCell, type TextLine, withCells } from '../layout/page';
import { isLanguageName } from '../resume-text/language-names';

type Fields = Record<string, unknown>;

/** Joins a label that was wrapped in a column of its own, beside its list. */
function unwrapLabels(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [label, list] = before?.cells ?? [];
    const [more] = line.cells;
    const fontOf = (cell: typeof label) => cell?.spans[0]?.font;
    const wrapped =
      label && list && more && line.cells.length === 1 && Math.abs(more.x - label.x) < 3 && more.end < list.x;
    if (before && wrapped && fontOf(more) === fontOf(label) && fontOf(label) !== fontOf(list)) {
      joined.splice(-1, 1, withCells(before, [{ ...label, text: `${label.text} ${more.text}` }, list]));
    } else joined.push(line);
  }
  return joined;
}

/** Joins lines that were wrapped at the edge of their column: a continuation begins with a small letter or follows a comma or dash. */
export function unwrapLines(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of unwrapLabels(lines)) {
    const before = joined.at(-1);
    const [last, first] = [before?.cells.at(-1), line.cells[0]];
    const mayContinue = before?.full && line.cells.length === 1 && !bulletSign.test(line.text);
    if (before && last && first && mayContinue && (/^\p{Ll}/u.test(line.text) || /[,–—]$/u.test(before.text))) {
      const cell = { ...last, text: `${last.text} ${line.text}`, end: first.end };
      joined[joined.length - 1] = { ...withCells(line, [...before.cells.slice(0, -1), cell]), full: line.full };
    } else joined.push(line);
  }
  return joined;
}

/** The short texts of a cell that stand apart, such as keywords in boxes; the whole text where they are a sentence or a list. */
function chipsOf(cell: Cell): string[] {
  const pieces = piecesOfCell(cell);
  const whole =
    pieces.join(' ') === cell.text && pieces.every((piece) => piece.length < 40 && !/^[,;:]|[,;:]$/.test(piece));
  return whole ? pieces : [cell.text];
}

/** Splits lines at bullets, and where texts stand apart. */
function piecesOf(lines: readonly TextLine[]): string[] {
  return lines
    .flatMap(({ cells }) => cells.flatMap(chipsOf))
    .flatMap((part) => part.split(/\s*[•●▪■|]\s*/u))
    .map((piece) => piece.replace(bulletSign, '').trim())
    .filter(Boolean);
}

/** The entries of a list in one text; a comma inside brackets divides none. */
export const splitList = (text: string): string[] =>
  text
    .split(/\s*[,;·、，;]\s*(?![^(]{0,200}\))|\s+[/|]\s+/u)
    .map((entry) => entry.trim().replace(/\.$/, ''))
    .filter(Boolean);

/** Parses a group such as `Web: HTML, CSS`, also with its name in a separate column; null when the line is not a group. */
function groupOf({ parts, text, cells }: TextLine): Fields | null {
  const [first = '', ...others] = parts.map((part) => part.replace(bulletSign, ''));
  const ownFont = cells.length === 2 && cells[0]?.spans[0]?.font !== cells[1]?.spans[0]?.font;
  const columns = parts.length === 2 && !first.includes(',') && ((others[0] ?? '').includes(',') || ownFont);
  const [, title = columns ? first : '', list = columns ? others[0] : ''] =
    /^([^:：,]{2,60})[:：]\s*(.+)$/u.exec(text.replace(bulletSign, '')) ??
    /^([^[\],]{2,40}?)\s*\[\s*(.+?)\s*\]$/u.exec(text.replace(bulletSign, '')) ??
    [];
  if (!title || !list) return null;
  const [, name = title, inBrackets] =
    /^(.+?)\s*\(([^)]+)\)$/.exec(title) ?? /^(.+?)\s+[–—]\s+(\p{L}[\p{L} ]+)$/u.exec(title) ?? [];
  const [, words = list, afterDash] = /^(.*,.*)\s+[–—]\s+(\p{L}[\p{L} ]+)$/u.exec(list) ?? [];
  const level = inBrackets ?? afterDash;
  return { name, ...(level ? { level } : {}), keywords: splitList(words) };
}

const isName = (group: Fields): boolean => Object.keys(group).length === 1 && group['name'] !== undefined;

/** Names of groups, each with a list on the line below it. Null where lines do not alternate like this. */
function definitionsOf(lines: readonly TextLine[]): Fields[] | null {
  const isTerm = ({ text, cells }: TextLine): boolean =>
    cells.length === 1 && text.length <= 40 && !/[,;:•]/.test(text);
  const isList = ({ text, cells }: TextLine): boolean => cells.length === 1 && splitList(text).length > 1;
  const pairs = lines.flatMap((line, index) => (index % 2 === 0 ? [[line, lines[index + 1]] as const] : []));
  const whole = pairs.length > 1 && pairs.every(([term, list]) => isTerm(term) && list !== undefined && isList(list));
  return whole ? pairs.map(([term, list]) => ({ name: term.text, keywords: splitList(list?.text ?? '') })) : null;
}

/** Skills or interests: groups with their keywords, or single names. */
export function groupsOf(lines: readonly TextLine[]): Fields[] {
  const definitions = definitionsOf(lines);
  if (definitions) return definitions;
  const groups: Fields[] = [];
  let alone = false;
  for (const line of lines) {
    const group = groupOf(line);
    const last = groups.at(-1);
    const chips = line.cells.flatMap(chipsOf);
    if (group) groups.push(group);
    else if (last && alone && isName(last) && chips.length > 1 && !line.text.includes(',')) last['keywords'] = chips;
    else if (last && Array.isArray(last['keywords']) && line.text.includes(','))
      (last['keywords'] as string[]).push(...splitList(line.text));
    else
      groups.push(
        ...piecesOf([line])
          .flatMap(splitList)
          .map((name) => ({ name })),
      );
    alone = chips.length === 1;
  }
  return groups;
}

const fluencies =
  /^(.+?)\s+((?:native|fluent|professional|full professional|limited|elementary|basic|intermediate|advanced|conversational|bilingual|mother tongue|[ABC][12])\b.*)$/i;
const fluencyOnly =
  /^(?:native|fluent|professional|full professional|limited|elementary|basic|intermediate|advanced|conversational|bilingual|mother tongue|[ABC][12])\b/i;
const motherTongue =
  /^(?:mother tongues?(?:\(s\))?|muttersprachen?|langues? maternelles?|lenguas? maternas?|lingua madre|língua materna)\s*:\s*/i;

function languageOf(entry: string): Fields {
  const native = entry.replace(motherTongue, '');
  if (native !== entry) return { language: native, fluency: 'Native' };
  const [, language = entry, fluency = ''] =
    /^(\p{L}[\p{L}\p{M}\s]*?)\s*(?:[:：–—-]\s*|\()\s*([^()]+)\)?$/u.exec(entry) ?? fluencies.exec(entry) ?? [];
  return { language, ...(fluency ? { fluency } : {}) };
}

const skillsOfLanguage =
  /^(?:understanding|speaking|listening|reading|writing|spoken (?:production|interaction)|other languages?(?:\(s\))?:?|levels?|\s)+$/i;
const gradesOf = /^(\p{L}[\p{L}\p{M} ]*?)((?:\s+[ABC][12])+)$/u;

/** A table of languages with a grade (CEFR) for each skill: the skills in its head, then one line for each language. */
function gradedLanguages(lines: readonly TextLine[]): { languages: Fields[]; rest: TextLine[] } {
  let skills: string[] = [];
  const languages: Fields[] = [];
  const rest = lines.filter(({ text }) => {
    const [, language, grades] = gradesOf.exec(text) ?? [];
    const head = skillsOfLanguage.test(text);
    if (head) skills = text.match(/spoken \w+|listening|reading|speaking|writing/gi) ?? skills;
    if (!language || !grades || grades.trim().length < 4) return !head;
    const list = grades.trim().split(/\s+/);
    const fluency = list.map((grade, index) =>
      skills.length === list.length ? `${skills[index] ?? ''} ${grade}` : grade,
    );
    languages.push({ language, fluency: fluency.join(', ') });
    return false;
  });
  return { languages, rest };
}

/** Whether a text beside or below the name of a language says how well it is spoken: no language and nothing with a level of its own. */
const isLevel = (entry: string): boolean => {
  const { language, fluency } = languageOf(entry);
  return fluency === undefined && !isLanguageName(String(language)) && entry.length < 50;
};

/** Runs of languages followed by as many levels: rows of a grid, or a level below each language. Null when the texts are no such rows. */
function pairedLanguages(entries: readonly string[]): Fields[] | null {
  const languages: Fields[] = [];
  let start = 0;
  while (start < entries.length) {
    const end = entries.findIndex((entry, index) => index >= start && !isLanguageName(entry));
    const count = end - start;
    const levels = entries.slice(end, end + count);
    if (end <= start || levels.length < count || levels.some(isLanguageName)) return null;
    languages.push(...levels.map((fluency, index) => ({ language: String(entries[start + index]), fluency })));
    start = end + count;
  }
  return languages;
}

/** Languages with their levels, several on a line or the level on a line of its own. */
export function languagesOf(lines: readonly TextLine[]): Fields[] {
  const graded = gradedLanguages(lines);
  const languages: Fields[] = [];
  const entries = piecesOf(graded.rest).flatMap((piece) =>
    piece.split(/\s*[,;·、，]\s*(?![^(]{0,200}\))/u).filter(Boolean),
  );
  const paired = pairedLanguages(entries);
  if (paired) return [...paired, ...graded.languages];
  for (const entry of entries) {
    const last = languages.at(-1);
    const level = fluencyOnly.test(entry) || (isLanguageName(String(last?.['language'])) && isLevel(entry));
    if (last && last['fluency'] === undefined && level) last['fluency'] = entry;
    else languages.push(languageOf(entry));
  }
  return [...languages, ...graded.languages];
}
