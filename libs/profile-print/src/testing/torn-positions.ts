/**
 * The positions of a long career whose title, employer and dates do not stand together before their text, as an extractor reads it.
 * White space does not count: some extractors break words at kerning.
 */
export function tornPositions(text: string): number[] {
  const letters = text.replace(/\s+/g, '');
  let last = -1;
  return Array.from({ length: 7 }, (_, index) => index).filter((index) => {
    const at = (part: string) => letters.indexOf(part.replaceAll(' ', ''));
    const head = [`Role ${index} planner`, `Employer ${index} Ltd`, `Mar ${2024 - index}`].map(at);
    const body = at(`Scope ${index}:`);
    const apart = Math.min(...head) <= last || Math.max(...head) > body;
    last = at(`W${index}.2`);
    return apart;
  });
}
