import { placeOf } from '../resume-text/contact';
import { countryCodeOf } from '../resume-text/countries';
import { type Entry, entriesOf } from '../entries/entries';
import { commonFields, splitTitles, takeFirst } from './item';
import type { TextLine } from '../layout/page';

type Fields = Record<string, unknown>;

const schools = new RegExp(
  `(?<!\\p{L})(?:college|institute?|school|academy|iit|nit|iiit|iim|nid|bits|xlri|polytechnic|hogeschool|politecnico|école|lycée|iut|escuela|scuola
  |facult\\p{L}*|akademi\\p{L}*|uni[vw]er[sz][iy]\\p{L}*|üniversitesi|институт|университет|académie|instituto|istituto|politechnika)(?!\\p{L})
  |\\p{L}*(?:hochschule|gymnasium|universität|universitet|universiteit|högskola|schule)(?!\\p{L})|университет|विश्वविद्यालय|大学|大學|学院|학교`.replace(
    /\s+/g,
    '',
  ),
  'iu',
);

const degrees = new RegExp(
  `(?<!\\p{L})(?:bachelor|master|doctor|ph\\.?\\s?d|associate|b\\.?\\s?(?:a|s|sc|tech|e|com|des|ed|arch|pharm|ca|ba)
  |m\\.?\\s?(?:a|sc|tech|e|com|des|ed|phil|ca|ba|s)|ll\\.?[bm]|mbbs|pgdm|diploma?|degree|abitur|licence|licenciatura|grado|máster|maestría|doctorado
  |laurea|bacharelado|mestrado|doutorado|baccalauréat|dut|bts|doctorat|doktor\\p{L}*|magister|magistr|licencjat|inżynier|lisans|doktora|magisterexamen
  |kandidatexamen|\\p{L}*examen|магистр|бакалавр|специалист|a levels?)(?!\\p{L})|बी\\.टेक|एम\\.टेक|学士|修士|博士|硕士|碩士|학사|석사|박사`.replace(
    /\n\s*/g,
    '',
  ),
  'iu',
);

/** A degree of one word before its field: `Diplom Maschinenbau`. */
const degreeFirst = new RegExp(
  `^(bachelor|master|associate|diplomat?|doctorate|diplom|licence|licenciatura|grado|máster|maestría|doctorado|laurea(?: magistrale| triennale)?
  |bacharelado|mestrado|doutorado|baccalauréat|dut|bts|doctorat|magister|licencjat|lisans|yüksek lisans|doktora|магистр|бакалавр|специалист
  |b\\.?\\s?(?:a|sc|tech|e|com|des|ed|s)\\.?|m\\.?\\s?(?:a|sc|tech|e|com|des|ed|s|eng)\\.?|ph\\.?\\s?d\\.?|学士|修士|博士|硕士|碩士)
  \\s+(?!(?:of|degree|thesis|de|en|in|di|em|der|des|du|i|und)\\b)([\\p{Lu}\\p{Lo}].+)$`.replace(/\n\s*/g, ''),
  'iu',
);

/** Splits `Bachelor of Science in Physics` or `Bachelor, Physics` into the degree and its field. */
function degreeOf(title: string): { studyType: string; area?: string } {
  const [, studyType, area] =
    /^(.+?)[,:]\s+(.+)$/.exec(title) ??
    /^(.+?)\s+in\s+(.+)$/i.exec(title) ??
    /^(.+?)\s+-\s+(.+)$/.exec(title) ??
    degreeFirst.exec(title) ??
    [];
  if (!studyType || !area) return { studyType: title };
  return degrees.test(area) && !degrees.test(studyType) ? { studyType: area, area: studyType } : { studyType, area };
}

/** Splits `B.E. Physics, Anna University` into the degree and the school. */
function splitDegreeAndSchool(title: string): string[] {
  if (!degrees.test(title) || !schools.test(title)) return [title];
  const pieces = title.split(/,\s+/);
  const index = pieces.findIndex((piece) => schools.test(piece) && !degrees.test(piece));
  return index < 0
    ? [title]
    : [pieces.slice(0, index), pieces.slice(index)].map((part) => part.join(', ')).filter(Boolean);
}

/** Splits `Bachelor of Arts at Anna University`, not `University of Texas at Austin`. */
function splitAtSchool(title: string): string[] {
  const [, degree, school] = /^(.+?)\s+(?:at|bei|chez)\s+(\p{Lu}.+)$/u.exec(title) ?? [];
  return degree && school && schools.test(school) && !schools.test(degree) ? [degree, school] : [title];
}

const isTown = (title: string): boolean =>
  title.includes(', ') && !/\d/.test(title) && !degrees.test(title) && placeOf(title) !== null;
/** Whether the last piece of a title is a country. */
const endsInCountry = (title: string): boolean => countryCodeOf(title.split(/,\s+/).at(-1) ?? '') !== undefined;

const columnName =
  /^(?:degrees?|course|qualification|exam(?:ination)?|institut(?:e|ion)|school|college|board|university|years?|of|and|passing|percentage|%|cgpa|gpa|marks|division|class|stream|name|s\.?\s?no\.?)$/i;

/** Whether a line is the header of a table. */
function isTableHead({ text }: TextLine): boolean {
  const names = text.split(/[\s/]+/);
  return names.length > 2 && names.every((name) => columnName.test(name));
}

/** Whether a text below a degree may be its field: a few words without a label, numbers or parts. */
const mayBeField = (text: string): boolean =>
  text.length <= 60 &&
  text.split(' ').length <= 7 &&
  !/[\d:·,|]|\s[-–—]\s/u.test(text) &&
  !/[.!?]$/.test(text) &&
  !schools.test(text);

/** The degree, its field where that stands on a line of its own, and the other texts. */
function degreeAmong(titles: string[], below: string[]): { degree?: string; area?: string; texts: string[] } {
  const isDegree = (text: string) => degrees.test(text) && text.length <= 80;
  const named = takeFirst(titles, isDegree);
  const degree = named ?? (titles.length < 2 ? takeFirst(below, isDegree) : undefined);
  if (degree === undefined) {
    const other = titles.shift();
    return { ...(other === undefined ? {} : { degree: other }), texts: [...titles, ...below] };
  }
  const open = degreeOf(degree).area === undefined;
  const alone = named === undefined || below.length === 1 ? below : [];
  const area = open ? (titles.length > 0 ? titles : alone).find(mayBeField) : undefined;
  const texts = [...titles, ...below].filter((text) => text !== area);
  return { degree, ...(area === undefined ? {} : { area }), texts };
}

function educationOf(entry: Entry): Fields {
  const { titleAfterDates: place } = entry;
  const titles = splitTitles(entry.titles.filter((title) => title !== place || entry.titles.length < 3))
    .flatMap((title) => splitAtSchool(title))
    .flatMap(splitDegreeAndSchool);
  const mark = takeFirst(titles, (title) => /^\d{1,2}(?:\.\d{1,2})?\s*%?$/.test(title));
  const school =
    takeFirst(titles, (title) => schools.test(title)) ??
    (titles.length > 1 ? takeFirst(titles, (title) => !degrees.test(title) && !isTown(title)) : undefined);
  const town = school
    ? takeFirst(titles, (title) => isTown(title) && (titles.length > 1 || endsInCountry(title)))
    : undefined;
  const institution = [school, town].filter(Boolean).join(', ');
  const { degree, area, texts } = degreeAmong(titles, [...entry.prose, ...entry.highlights]);
  const score =
    entry.score ?? takeFirst(texts, (text) => /^(?:score|c?gpa|grade|marks|percentage)\b[:\s]/i.test(text)) ?? mark;
  const courses = texts.flatMap((text) => {
    const [, list] = /^(?:relevant |major )?(?:courses|coursework)\b:?\s*(.*)$/i.exec(text) ?? [];
    return list === undefined ? text.split(' · ') : list.split(/,\s+|\s+·\s+/).filter(Boolean);
  });
  const { summary: _summary, highlights: _highlights, ...fields } = commonFields(entry, 'summary', []);
  return {
    ...(institution ? { institution } : {}),
    ...(area ? { area } : {}),
    ...(degree ? degreeOf(degree) : {}),
    ...fields,
    ...(score ? { score: score.replace(/^[a-z]+[:\s]+/i, '') } : {}),
    ...(courses.length > 0 ? { courses } : {}),
  };
}

/** The items of the section education; the header of a table is skipped. */
export function educationsOf(lines: readonly TextLine[]): Fields[] {
  return entriesOf(lines.filter((line) => !isTableHead(line))).map(educationOf);
}
