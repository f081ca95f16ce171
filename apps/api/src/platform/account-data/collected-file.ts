/** A file of the export of an account. */
export interface CollectedFile {
  /** Its path in the archive, such as `account/sessions.json`. */
  path: string;
  /** What it contains, in one sentence, for the README of the archive. */
  about: string;
  /** The tables from which it is written. */
  tables: readonly string[];
  /** Its bytes, read when it is its turn. */
  contents: () => AsyncIterable<Uint8Array | string>;
}

/** A value as the contents of a JSON file. */
export async function* jsonContents(read: () => Promise<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(await read(), null, 2)}\n`;
}

/** Rows that are JSON already as an array with one row on each line, of which only one page is in memory. */
export async function* jsonArrayContents(pages: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of pages) {
    for (const row of rows) {
      yield separator + row;
      separator = ',\n';
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** A path that is free when there are several of its kind: `credits/statement-2.json` for the second. @param index from 0 */
export function numberedPath(path: string, index: number): string {
  return index === 0 ? path : path.replace(/(\.[a-z]+)?$/, `-${index + 1}$1`);
}
