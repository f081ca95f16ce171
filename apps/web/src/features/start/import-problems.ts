import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';

const keys = [
  'unexpected',
  'network',
  'request_too_many',
  'work_busy',
  'file_type',
  'file_too_large',
  'document_invalid',
  'import_too_large',
  'import_archive',
  'import_pdf_unreadable',
  'import_pdf_without_text',
] as const;

/** The sentences of what may go wrong with an import, for a page that has no others. */
export function importProblems(locale: Locale): Record<(typeof keys)[number], string> {
  const { problems } = messagesOf(locale);
  return Object.fromEntries(keys.map((key) => [key, problems[key]])) as ReturnType<typeof importProblems>;
}
