/** Whether a word with a hyphen stands in a text elsewhere, as it does at the end of a line. */
const isHyphened = (text: string, first: string, second: string): boolean =>
  text.slice(0, -1).includes(`${first}${second}`);

/**
 * Joins a line to the text before it. A word that was divided at the end of the line is joined; its hyphen remains where the word has
 * others (`boring-but-` `critical`) or the text has it with one elsewhere.
 */
export function joinWrapped(before: string, after: string): string {
  const [, first] = /(?:^|[^\p{L}-])([\p{L}-]*\p{Ll}-)$/u.exec(before) ?? [];
  const [second] = /^\p{Ll}\p{L}*/u.exec(after) ?? [];
  if (first === undefined || second === undefined) return `${before} ${after}`.trim();
  const keep = first.slice(0, -1).includes('-') || isHyphened(before, first, second);
  return `${keep ? before : before.slice(0, -1)}${after}`;
}
