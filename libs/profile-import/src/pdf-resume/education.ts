import { placeOf } from './contact';
import { type Entry, entriesOf } from './entries';
import { commonOf, split, take } from './item';
import type { TextLine } from './lines';

type Fields = Record<string, unknown>;

const schools =
  /\b(?:university|college|institute|school|academy|iit|nit|iiit|iim|nid|bits|xlri|universität|université|universidad|hochschule|polytechnic)\b/i;

const degrees =
  /\b(?:bachelor|master|doctor|ph\.?\s?d|associate|b\.?\s?(?:a|sc|tech|e|com|des|ed|arch|pharm|ca|ba)|m\.?\s?(?:a|sc|tech|e|com|des|ed|phil|ca|ba|s)|ll\.?[bm]|mbbs|pgdm|diploma|degree|abitur|licence)\b/i;
/** `Bachelor of Science in Physics` and `Bachelor, Physics` are a degree and its field. */
function degreeOf(title: string): { studyType: string; area?: string } {
  const [, studyType, area] = /^(.+?),\s+(.+)$/.exec(title) ?? /^(.+?)\s+in\s+(.+)$/i.exec(title) ?? [];
  return studyType && area ? { studyType, area } : { studyType: title };
}

/** `B.E. Physics, Anna University` holds both: the degree, and the school behind the comma. */
function parted(title: string): string[] {
  if (!degrees.test(title) || !schools.test(title)) return [title];
  const pieces = title.split(/,\s+/);
  const place = pieces.findIndex((piece) => schools.test(piece) && !degrees.test(piece));
  return place < 0
    ? [title]
    : [pieces.slice(0, place), pieces.slice(place)].map((some) => some.join(', ')).filter(Boolean);
}

const isTown = (title: string): boolean => title.includes(', ') && !degrees.test(title) && placeOf(title) !== null;
const columnName =
  /^(?:degrees?|course|qualification|exam(?:ination)?|institut(?:e|ion)|school|college|board|university|years?|of|and|passing|percentage|%|cgpa|gpa|marks|division|class|stream|name|s\.?\s?no\.?)$/i;

/** Whether a line names the columns of a table. */
function isTableHead({ text }: TextLine): boolean {
  const names = text.split(/[\s/]+/);
  return names.length > 2 && names.every((name) => columnName.test(name));
}

function educationOf(entry: Entry): Fields {
  const titles = split(entry.titles).flatMap(parted);
  const mark = take(titles, (title) => /^\d{1,2}(?:\.\d{1,2})?\s*%?$/.test(title));
  const school =
    take(titles, (title) => schools.test(title)) ??
    (titles.length > 1 ? take(titles, (title) => !degrees.test(title) && !isTown(title)) : undefined);
  const town = school ? take(titles, isTown) : undefined;
  const institution = [school, town].filter(Boolean).join(', ');
  const degree = take(titles, (title) => degrees.test(title)) ?? titles.shift();
  const said = [...titles, ...entry.prose, ...entry.highlights];
  const score = take(said, (text) => /^(?:score|c?gpa|grade|marks|percentage)\b[:\s]/i.test(text)) ?? mark;
  const courses = said.flatMap((text) => {
    const [, list] = /^(?:relevant )?(?:courses|coursework)\b:?\s+(.*)$/i.exec(text) ?? [];
    return list ? list.split(/,\s+/) : [text];
  });
  const { summary: _told, highlights: _listed, ...fields } = commonOf(entry, 'summary', []);
  return {
    ...(institution ? { institution } : {}),
    ...(degree ? degreeOf(degree) : {}),
    ...fields,
    ...(score ? { score: score.replace(/^[a-z]+[:\s]+/i, '') } : {}),
    ...(courses.length > 0 ? { courses } : {}),
  };
}

/** The items under a heading of education; the names of a table's columns are none. */
export function educationsOf(lines: readonly TextLine[]): Fields[] {
  return entriesOf(lines.filter((line) => !isTableHead(line))).map(educationOf);
}
