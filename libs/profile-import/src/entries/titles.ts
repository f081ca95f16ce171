import type { Cell } from '../layout/page';

const letters = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
const connector = /(?:^|\s)(?:at|in|of|by|for|and|to|the|with|bei|in|an|der|von|chez|à|de|en|del|da|do|&)$/iu;
const edges = /^[\s,;|·•–—-]+|[\s,;|·•–—-]+$/gu;

/**
 * Splits a cell where its font changes, such as a title in bold before an employer: not inside a phrase ("Bachelor in **Physics**").
 */
export function titlesOfCell({ text, spans }: Pick<Cell, 'text' | 'spans'>): string[] {
  const parts: { text: string; font: number; size: number }[] = [];
  for (const span of spans) {
    const last = parts.at(-1);
    const small = letters(span.text) < 2;
    const same = last && last.font === span.font && Math.abs(last.size - span.size) < 0.3;
    if (last && (small || same || letters(last.text) < 2)) last.text += span.text;
    else parts.push({ ...span });
  }
  const clean = parts.map((part) => part.text.trim());
  const phrase =
    clean.some((part, index) => index < clean.length - 1 && connector.test(part)) ||
    clean.some((part) => /^(?:\p{Ll}|\()/u.test(part));
  if (/[:：]$/u.test(clean[0] ?? '')) return [text];
  if (parts.length < 2 || parts.length > 3 || phrase) return [text];
  return clean.map((part) => part.replace(edges, '').replace(/\s+/g, ' ')).filter((part) => part !== '');
}
