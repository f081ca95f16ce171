import { bulletSign, bulletsIn } from '../bullets';
import { styleOf, type TextLine, withCells } from '../layout/page';
import { placeOf } from '../resume-text/contact';
import { type DatesInText, findPeriod } from '../entries/dates';
import { joinLines } from '../entries/entry-text';
import type { Grammar } from '../resume-text/grammar';
import { isDuration } from '../resume-text/words';

type Fields = Record<string, unknown>;

/** The period of a line that holds nothing else but its length: `March 2021 - Present (3 years 1 month)`. */
function periodOf({ text }: TextLine): DatesInText | null {
  const found = text.length < 90 && !bulletSign.test(text) ? findPeriod(text) : null;
  return found && (found.rest === '' || isDuration(found.rest)) ? found : null;
}

/** Whether the line below the dates is a place: as near as the dates to their title, short, and no sentence. */
function isPlaceBelow(line: TextLine | undefined, dates: TextLine): line is TextLine {
  if (!line || bulletSign.test(line.text) || line.text.length > 70 || /[.!?:;]$/.test(line.text)) return false;
  const near = line.above <= dates.above * 1.15 || line.page !== dates.page;
  return near && styleOf(line) === styleOf(dates) && placeOf(line.text) !== null;
}

/** The index of the first line of the title above the dates at `index`; titles wrap in their own style. */
function titleStart(lines: readonly TextLine[], index: number, floor: number, employer: string): number {
  const style = styleOf(lines[index - 1] ?? (lines[index] as TextLine));
  let start = index;
  while (start > floor && styleOf(lines[start - 1] as TextLine) === style && style !== employer) start -= 1;
  return start;
}

/** One position: from its title to the line before the next title or employer. */
function positionOf(name: string, title: readonly TextLine[], dates: TextLine, below: readonly TextLine[]): Fields {
  const [first] = below;
  const place = isPlaceBelow(first, dates) ? first.text : undefined;
  const { rest: _rest, date: _date, ...period } = periodOf(dates) ?? { rest: '' };
  return {
    ...(name ? { name } : {}),
    ...(title.length > 0 ? { position: title.map(({ text }) => text).join(' ') } : {}),
    ...(place === undefined ? {} : { location: place }),
    ...period,
    ...bulletsIn(joinLines(place === undefined ? below : below.slice(1)), 'summary'),
  };
}

/**
 * LinkedIn's positions: an employer in the section's largest letters, the total time where it has several positions, and for each
 * position title, dates with their length, place and text. Null where employers do not look unlike the rest.
 */
function positionsOf(lines: readonly TextLine[]): Fields[] | null {
  const [first] = lines;
  const dated = lines.flatMap((line, index) => (periodOf(line) ? [index] : []));
  const [firstDate = 0] = dated;
  if (!first || firstDate < 2) return null;
  const employer = styleOf(first);
  if (employer === styleOf(lines[firstDate] as TextLine) || employer === styleOf(lines[firstDate - 1] as TextLine))
    return null;
  const heads = dated.map((index, place) => {
    const floor = place === 0 ? 0 : (dated[place - 1] ?? 0) + 1;
    return titleStart(lines, index, floor, employer);
  });
  let name = '';
  return dated.map((index, place) => {
    const [start = 0, floor] = [heads[place], place === 0 ? 0 : (dated[place - 1] ?? 0) + 1];
    const names = lines.slice(floor, start).filter((line) => styleOf(line) === employer);
    if (names.length > 0) name = names.map(({ text }) => text).join(' ');
    const next = heads[place + 1] ?? lines.length;
    const below = lines.slice(index + 1, next);
    const end = below.findIndex((line) => styleOf(line) === employer);
    return positionOf(name, lines.slice(start, index), lines[index] as TextLine, end < 0 ? below : below.slice(0, end));
  });
}

/** LinkedIn's schools: a name, and below it `Degree, Field · (2008 - 2012)`. */
function educationOf(lines: readonly TextLine[]): Fields[] | null {
  const [first] = lines;
  if (!first || lines.every((line) => styleOf(line) === styleOf(first))) return null;
  const starts = lines.flatMap((line, index) =>
    styleOf(line) === styleOf(first) && (index === 0 || styleOf(lines[index - 1] as TextLine) !== styleOf(first))
      ? [index]
      : [],
  );
  return starts.map((start, index) => {
    const inside = lines.slice(start, starts[index + 1]);
    const names = inside.filter((line) => styleOf(line) === styleOf(first));
    const text = inside
      .slice(names.length)
      .map((line) => line.text)
      .join(' ');
    const found = findPeriod(text);
    const { rest = text, date: _date, ...period } = found ?? {};
    const [, studyType = rest, area] = /^(.+?),\s+(.+)$/.exec(rest) ?? [];
    return {
      institution: names.map((line) => line.text).join(' '),
      ...(studyType ? { studyType } : {}),
      ...(area ? { area } : {}),
      ...period,
    };
  });
}

/** Joins items that are wrapped: lines nearer to each other than items are. */
function joinNearLines(lines: readonly TextLine[]): TextLine[] {
  const steps = lines
    .slice(1)
    .map(({ above }) => above)
    .filter((step) => step > 0);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  if (steps.length === 0 || most < least * 1.15) return [...lines];
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const [first, second] = [before?.cells[0], line.cells[0]];
    if (before && first && second && line.above > 0 && line.above < least * 1.1) {
      joined.splice(-1, 1, withCells(before, [{ ...first, text: `${first.text} ${line.text}`, end: second.end }]));
    } else joined.push(line);
  }
  return joined;
}

/** The sections of LinkedIn's sidebar whose items wrap. */
const joined = new Set<string>(['skills', 'languages', 'certificates', 'awards', 'publications']);

/** How LinkedIn's "Save to PDF" sets out a profile, in every language. */
export const linkedInGrammar: Grammar = {
  headline: 'all-but-place',
  lines: (section, lines) => (joined.has(section) ? joinNearLines(lines) : lines),
  items: { work: positionsOf, education: educationOf },
};

/** Whether lines are a profile that LinkedIn printed: its own link in a sidebar, with the word in brackets behind it. */
export function isLinkedInProfile(flows: readonly (readonly TextLine[])[], madeBy: string): boolean {
  if (/\blinkedin\b/i.test(madeBy)) return true;
  if (flows.length < 2) return false;
  return flows.some((flow) => {
    const text = flow
      .slice(0, 15)
      .map((line) => line.text)
      .join(' ');
    return /linkedin\.com\/in\//i.test(text) && /\(LinkedIn\)/.test(text);
  });
}
