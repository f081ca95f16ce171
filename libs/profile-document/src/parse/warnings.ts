import { limits } from '../schema/limits';
import { asRecord, type PathStep, toPointer } from '../schema/pointer';
import { isAfter, isOngoing, parsePartialDate } from '../fields/partial-date';
import { isBareDomain, isEmailAddress, safeHref } from '../fields/safe-href';
import { type FieldKind, fieldsOf, type ProfileDocument, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';

/** An unfinished value in an accepted document: where, and a stable code. */
export interface DocumentWarning {
  /** RFC 6901 JSON Pointer */
  pointer: string;
  code: 'url.unfinished' | 'url.scheme-missing' | 'email.unfinished' | 'date.unfinished' | 'date.order';
}

function codeOf(kind: FieldKind, name: string, value: string): DocumentWarning['code'] | null {
  if (value.trim() === '') return null;
  if (kind === 'email') return isEmailAddress(value.trim()) ? null : 'email.unfinished';
  if (kind === 'url') {
    if (safeHref(value) === null) return 'url.unfinished';
    return isBareDomain(value) ? 'url.scheme-missing' : null;
  }
  if (kind !== 'date' || parsePartialDate(value) || (name === 'endDate' && isOngoing(value))) return null;
  return 'date.unfinished';
}

function isPeriodOrdered(record: Record<string, unknown>): boolean {
  const [start, end] = [record.startDate, record.endDate].map((value) =>
    typeof value === 'string' ? parsePartialDate(value) : null,
  );
  return !(start && end && isAfter(start, end));
}

/** Collects the warnings of one document. */
class WarningCollector {
  readonly warnings: DocumentWarning[] = [];

  part(part: keyof typeof shapes, value: unknown, path: PathStep[]): void {
    const record = asRecord(value);
    if (!record) return;
    for (const [name, kind] of fieldsOf(part)) {
      const text = record[name];
      const code = typeof text === 'string' ? codeOf(kind, name, text) : null;
      if (code) this.add([...path, name], code);
    }
    if (!isPeriodOrdered(record)) this.add([...path, 'endDate'], 'date.order');
  }

  list(part: keyof typeof shapes, values: readonly unknown[] | undefined, path: PathStep[]): void {
    values?.forEach((value, index) => this.part(part, value, [...path, index]));
  }

  private add(path: PathStep[], code: DocumentWarning['code']): void {
    if (this.warnings.length < limits.warnings) this.warnings.push({ pointer: toPointer(path), code });
  }
}

/** The warnings of a document: unusable links, e-mail addresses and dates, and periods that end before they start. */
export function warningsOf(document: ProfileDocument): DocumentWarning[] {
  const collector = new WarningCollector();
  collector.part('basics', document.basics, ['basics']);
  collector.list('profiles', document.basics?.profiles, ['basics', 'profiles']);
  for (const key of sectionKeys) collector.list(key, document[key], [key]);
  document.meta?.canar?.custom?.forEach((section, index) =>
    collector.list('custom', section.items, ['meta', 'canar', 'custom', index, 'items']),
  );
  return collector.warnings;
}
