import { printable } from './printable';

/** A value of a document as a person reads it: texts as they are, lists line by line, an item by the texts in it. */
export function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('\n') || printable(null);
  if (typeof value !== 'object' || value === null) return printable(value);
  const texts = Object.values(value).flatMap((field) => (field === '' || field === null ? [] : [readable(field)]));
  return texts.join(' · ') || printable(null);
}
