import type { ParsedResume } from '../parsed-resume';
import { repairDate, type Unplaced } from '@canar/profile-document';
import { bulletsIn } from '../bullets';
import { type FileMapping, listFiles, fileAliases, personalFiles } from './files';
import { maxRows, readCsv } from './csv';
import { personOf } from './person';

type Fields = Record<string, unknown>;
type Row = Record<string, string>;

const maxPointerColumn = 200;
const maxExcerpt = 2_000;

function excerpt(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}…` : text;
}

/** The known name of a file of an export (`Positions.csv` is `positions`), or null when it is not read. */
export function exportFileOf(path: string): string | null {
  const name = /([^/\\]+)\.csv$/i.exec(path)?.[1]?.toLowerCase().trim();
  if (!name) return null;
  const known = Object.hasOwn(fileAliases, name) ? (fileAliases[name] ?? name) : name;
  return Object.hasOwn(listFiles, known) || personalFiles.has(known) ? known : null;
}

function itemOf(row: Row, mapping: FileMapping, report: (column: string, value: string) => void): Fields | null {
  const item: Fields = {};
  for (const [column, raw] of Object.entries(row)) {
    const value = raw.trim();
    if (value === '') continue;
    const field = Object.hasOwn(mapping.fields, column) ? mapping.fields[column] : undefined;
    if (!field || item[field] !== undefined) report(column, value);
    else if (column === mapping.prose) Object.assign(item, bulletsIn(value, field));
    else if (/date/i.test(field)) {
      const date = repairDate(value);
      if (date !== null) item[field] = date;
    } else item[field] = value;
  }
  return Object.keys(item).length > 0 ? item : null;
}

/**
 * Reads the files of a LinkedIn data export (Settings › Data privacy › Get a copy of your data): lists by the table of `files.ts`, the
 * person from profile, addresses, numbers and recommendations. Columns without a field are reported with file, row and column.
 * @param files the text of each file by the name that `exportFileOf` returns
 */
export function readLinkedInExport(files: ReadonlyMap<string, string>): ParsedResume {
  const unplaced: Unplaced[] = [];
  const report = (file: string, row: number) => (column: string, value: string) =>
    unplaced.push({
      pointer: `/${file}/${row}/${excerpt(column, maxPointerColumn).replaceAll('~', '~0').replaceAll('/', '~1')}`,
      value: excerpt(value, maxExcerpt),
      reason: 'field.unknown',
    });
  const resume: Fields = {};
  const custom: Fields[] = [];
  const parsed = new Map([...files].map(([file, text]) => [file, readCsv(text)]));
  const rowsOf = (file: string) => parsed.get(file) ?? [];
  for (const [file, rows] of parsed) {
    if (rows.length >= maxRows) unplaced.push({ pointer: `/${file}`, value: null, reason: 'rows.too-many' });
  }
  for (const [file, mapping] of Object.entries(listFiles)) {
    const rows = rowsOf(file);
    const items = rows.flatMap((row, index) => itemOf(row, mapping, report(file, index + 1)) ?? []);
    if (items.length === 0) continue;
    if (mapping.title) custom.push({ key: mapping.section, title: mapping.title, items });
    else resume[mapping.section] = items;
  }
  Object.assign(resume, personOf(rowsOf, report));
  if (custom.length > 0) resume.meta = { canar: { custom } };
  return { resume, unplaced };
}
