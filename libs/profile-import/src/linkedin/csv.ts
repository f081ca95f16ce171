import { CsvError, parse } from 'csv-parse/sync';

/** The maximum number of rows that are read of one file; a section holds fewer items. */
export const maxRows = 2_000;
const maxColumns = 200;

/** A name for each column: `column N` for those without one, `name (2)` for the second column of a name. */
function columnNames(header: readonly string[], count: number): string[] {
  const counts = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const name = header[index]?.trim() || `column ${index + 1}`;
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return number === 1 ? name : `${name} (${number})`;
  });
}

/** The sign between the fields: a comma, or what the first line has instead where a spreadsheet stored the file. */
function delimiterOf(text: string): string {
  const [line = ''] = text.slice(0, 10_000).split(/\r?\n/, 1);
  const plain = line.replace(/"[^"]*"/g, '');
  if (plain.includes(',')) return ',';
  return [';', '\t', '|'].find((sign) => plain.includes(sign)) ?? ',';
}

function parseRows(text: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    to: maxRows + 1, // and the header
    relax_quotes: true,
    skip_empty_lines: true,
  });
}

/** The rows of a CSV file; a quote that is never closed ends with the file. */
function rowsOf(text: string): string[][] {
  try {
    return parseRows(text);
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return parseRows(`${text}"`);
    throw error;
  }
}

/**
 * The records of a CSV file (RFC 4180, also with semicolons or tabs), by the column names of its first line. Columns beyond the named ones are called `column N`,
 * the second column of a name `name (2)`. A byte order mark, any line ending and misplaced quotes are accepted; lines without text
 * are skipped. At most `maxRows` rows of 200 columns are read.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...records] = rowsOf(text).filter((row) => row.some((field) => field.trim() !== ''));
  const columns = columnNames(
    header,
    Math.min(
      maxColumns,
      records.reduce((max, { length }) => Math.max(max, length), 0),
    ),
  );
  return records.map((row) =>
    Object.fromEntries(row.slice(0, maxColumns).map((field, index) => [columns[index] ?? '', field])),
  );
}
