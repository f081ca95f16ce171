const delimiter = /[,\r\n]/g;

/** The place of the next delimiter, or the end of the text. */
function nextDelimiter(text: string, start: number): number {
  delimiter.lastIndex = start;
  return delimiter.exec(text)?.index ?? text.length;
}

/** Reads the field that begins at a place; gives the field and the place behind it. */
function readField(text: string, start: number): [field: string, end: number] {
  if (text[start] !== '"') {
    const end = nextDelimiter(text, start);
    return [text.slice(start, end), end];
  }
  let field = '';
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    at = quote + 2;
  }
  return [field, at];
}

/** A name for each column: those without one are `column N`, a second one of a name is `name (2)`. */
function columnNames(first: readonly string[], count: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const name = first[index]?.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/**
 * The records of a CSV file (RFC 4180; LF line ends, a byte order mark and an unclosed quote are taken too), each by the names of the
 * first line. Fields beyond the named ones are called `column N`, those of a second column of a name `name (2)`. Lines without any text are left
 * out.
 */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const [field, end] = readField(text, at);
    rows.at(-1)?.push(field);
    at = nextDelimiter(text, end);
    if (at >= text.length) break;
    if (text[at] === ',') at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      rows.push([]);
    }
  }
  const [names = [], ...records] = rows.filter((row) => row.some((field) => field.trim() !== ''));
  const columns = columnNames(
    names,
    records.reduce((most, { length }) => Math.max(most, length), 0),
  );
  return records.map((row) => Object.fromEntries(row.map((field, index) => [columns[index] ?? '', field])));
}
