/** A value of a résumé as a person can read it: texts as they are, nothing as a dash, anything else as JSON. */
export function printable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
