const charactersPerLine = 85;
const linesAtMost = 14;

/** Whether these texts, each on lines of its own, take a quarter of a page at most, so that no break need go through them. */
export function staysTogether(texts: readonly string[]): boolean {
  const height = texts.reduce((sum, text) => sum + Math.ceil(text.length / charactersPerLine), 0);
  return height <= linesAtMost;
}
