import type { Entry } from './credits.dto';

const columns = [
  'effectiveAt',
  'kind',
  'action',
  'source',
  'profile',
  'revisionNumber',
  'amount',
  'balanceAfter',
  'id',
] as const;

/** A cell of a CSV file (RFC 4180); a leading formula character, also a full-width one, is defused, so that no spreadsheet runs it. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A statement as CSV, with a header line. */
export function statementCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) =>
    columns.map((column) => cell(column === 'profile' ? (entry.profile?.title ?? null) : entry[column])).join(','),
  );
  return [columns.join(','), ...rows, ''].join('\r\n');
}
