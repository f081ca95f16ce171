import type { SectionKey } from '@canar/profile-document';
import type { TextLine } from '../layout/page';
import { creditsOf } from './credits';
import { educationsOf } from './education';
import { type Entry, entriesOf } from '../entries/entries';
import { gridOf } from './grid';
import { groupsOf, languagesOf, splitList, unwrapLines } from './groups';
import { commonFields, splitTitles } from './item';
import { positionsOf } from './positions';
import { referencesOf } from './references';
import { roleWord } from '../resume-text/words';

type Fields = Record<string, unknown>;

const keywordLabel = /^(?:skills|technologies|tech stack|tools|keywords|stack)\s*:\s*/i;
const skill = /^(?:[\p{L}\p{N}+#./ &-]{1,40}, )+[\p{L}\p{N}+#./ &-]{1,40}$/u;
const isKeywords = (text: string): boolean =>
  (skill.test(text) && !(text.endsWith('.') && text.split(' ').length > 8)) ||
  keywordLabel.test(text) ||
  text.split(' · ').length > 2;

const kinds =
  /^(?:application|website|presentation|talk|volunteering|conference|library|tool|plugin|book|course|research|open source)$/i;

/** `Designer at Acme` as its two parts. */
function roleAndEntity(title: string): string[] {
  const [, role, organisation] = /^(.+?)\s+at\s+(\p{Lu}.+)$/u.exec(title) ?? [];
  return role && organisation && roleWord.test(role) ? [role, organisation] : [title];
}

/** What stands behind a project's name: its organisation, the person's roles, its kind. */
function factsOf(titles: readonly string[], entity: string | undefined): { fields: Fields; rest: string[] } {
  const fields: Fields = entity === undefined ? {} : { entity };
  const parts = titles.flatMap((title) => roleAndEntity(title));
  const rest = parts.filter((title) => {
    if (title === entity) return false;
    if (fields['type'] === undefined && kinds.test(title)) fields['type'] = title;
    else if (fields['roles'] === undefined && roleWord.test(title) && title.length < 60)
      fields['roles'] = title.split(/,\s+|\s+and\s+/);
    else return true;
    return false;
  });
  const [organisation, ...others] = rest;
  const named =
    organisation !== undefined &&
    (organisation === titles[0] || !titles.includes(organisation)) &&
    organisation.split(' ').length < 6;
  const known = fields['type'] ?? fields['roles'];
  return named && known && !fields['entity']
    ? { fields: { ...fields, entity: organisation }, rest: others }
    : { fields, rest };
}

function projectOf(entry: Entry): Fields {
  const labelled = entry.titles.some((title) => keywordLabel.test(title));
  const entity = labelled ? undefined : entry.titleInOwnFont;
  const [name, ...others] = splitTitles(entry.titles);
  const { fields, rest } = factsOf(
    others.filter((title) => !isKeywords(title) || roleWord.test(title)),
    entity === name ? undefined : entity,
  );
  const keywords = [...others.filter((title) => !roleWord.test(title)), ...entry.prose].filter(isKeywords);
  const [type] = entry.prose.filter((text) => kinds.test(text));
  const prose = entry.prose.filter((text) => !isKeywords(text) && text !== type);
  return {
    ...(name ? { name } : {}),
    ...(type === undefined ? {} : { type }),
    ...fields,
    ...commonFields({ ...entry, prose }, 'description', rest),
    ...(keywords.length > 0 ? { keywords: keywords.flatMap((text) => splitList(text.replace(keywordLabel, ''))) } : {}),
  };
}

/** Reads the lines below a heading as items of its section. */
export function itemsOf(section: SectionKey, lines: readonly TextLine[]): Fields[] {
  const entries = (): Entry[] => entriesOf(lines);
  const items: Record<SectionKey, () => Fields[]> = {
    work: () => positionsOf(entries(), 'name'),
    volunteer: () => positionsOf(entries(), 'organization'),
    education: () => educationsOf(lines),
    projects: () => entries().map(projectOf),
    awards: () => creditsOf(lines, { name: 'title', by: 'awarder', date: 'date', prose: 'summary' }),
    certificates: () => creditsOf(lines, { name: 'name', by: 'issuer', date: 'date', prose: 'summary' }),
    publications: () => creditsOf(lines, { name: 'name', by: 'publisher', date: 'releaseDate', prose: 'summary' }),
    skills: () => gridOf(lines) ?? groupsOf(unwrapLines(lines)),
    languages: () => languagesOf(unwrapLines(lines)),
    interests: () => gridOf(lines) ?? groupsOf(unwrapLines(lines)),
    references: () => referencesOf(lines),
  };
  return items[section]().filter((item) => Object.keys(item).length > 0);
}
