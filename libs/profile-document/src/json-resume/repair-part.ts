import { limits } from '../schema/limits';
import { parsePartialDate } from '../fields/partial-date';
import { asRecord, type PathStep } from '../schema/pointer';
import { isBareDomain } from '../fields/safe-href';
import { type FieldKind, fieldsOf, type shapes } from '../schema/schema';
import { olderFieldNames } from './older-names';
import type { DateOrder } from '../periods/date-words';
import { readPeriod } from '../periods/periods';
import { repairDate } from './repair-date';
import type { ImportReport } from './report';

type Part = keyof typeof shapes;
type Fields = Record<string, unknown>;

const maxLengths: Record<FieldKind, number> = {
  text: limits.line,
  email: limits.line,
  url: limits.url,
  date: limits.line,
  texts: limits.text,
};
const prose = new Set(['summary', 'description', 'reference', 'address']);

/** Whether a field says nothing: missing, null or an empty text. */
export function isVacant(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Converts the fields of one part of a foreign résumé to those of the schema. */
export class PartRepair {
  /** @param order whether days or months come first in the dates of the résumé */
  constructor(
    private readonly report: ImportReport,
    private readonly order?: DateOrder,
  ) {}

  /** Renames older field names to the current ones, where those are free. */
  rename(fields: Fields, names: Record<string, string>, path: PathStep[], known: (name: string) => boolean): void {
    for (const [older, name] of Object.entries(names)) {
      if (!Object.hasOwn(fields, older) || known(older)) continue;
      if (!isVacant(fields[name])) {
        this.report.leaveOut([...path, older], fields[older], 'field.taken');
        continue;
      }
      fields[name] = fields[older];
      Reflect.deleteProperty(fields, older);
      this.report.repair([...path, older], older, name);
    }
  }

  /** Repairs one part in place. */
  part(part: Part, fields: Fields, path: PathStep[]): void {
    const kinds = new Map(fieldsOf(part));
    if (part in olderFieldNames) {
      const names = olderFieldNames[part as keyof typeof olderFieldNames];
      this.rename(fields, names, path, (name) => kinds.has(name));
    }
    this.splitPeriod(fields, path);
    for (const [name, kind] of kinds) {
      if (!Object.hasOwn(fields, name)) continue;
      const repaired =
        kind === 'texts'
          ? this.texts(fields[name], [...path, name])
          : this.field(kind, name, fields[name], [...path, name]);
      if (repaired === undefined) Reflect.deleteProperty(fields, name);
      else fields[name] = repaired;
    }
  }

  private field(kind: FieldKind, name: string, value: unknown, path: PathStep[]): string | undefined {
    const text = this.text(value, path);
    if (text === undefined) return undefined;
    if (text.length > (prose.has(name) ? limits.text : maxLengths[kind]))
      return this.leaveOut(path, text, 'text.too-long');
    if (kind === 'url' && isBareDomain(text)) return this.repaired(path, text, `https://${text.trim()}`);
    if (kind !== 'date') return text;
    const date = repairDate(text, this.order);
    if (date === null && name !== 'endDate') return text;
    return date === text ? text : this.repaired(path, text, date ?? undefined);
  }

  /** A whole period in the field of its beginning (`Jul 2021 – Present`) becomes beginning and end. */
  private splitPeriod(fields: Fields, path: PathStep[]): void {
    const { startDate: typed } = fields;
    if (typeof typed !== 'string' || typed.length > 60 || !isVacant(fields.endDate)) return;
    const found = readPeriod(typed, this.order);
    if (!found?.startDate || found.lossy || (!found.ongoing && found.endDate === undefined)) return;
    fields.startDate = this.repaired([...path, 'startDate'], typed, found.startDate);
    if (found.endDate !== undefined) fields.endDate = found.endDate;
  }

  /** Converts a value in place of a text. */
  private text(value: unknown, path: PathStep[]): string | undefined {
    if (typeof value === 'string') return value;
    if (value === null) return this.repaired(path, null, undefined);
    if (typeof value === 'number') return this.repaired(path, value, String(value));
    if (Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')) {
      return this.repaired(path, value, value.join('\n'));
    }
    const date = dateOf(asRecord(value));
    if (date) return this.repaired(path, value, date);
    const place = path.at(-1) === 'location' ? placeName(asRecord(value)) : '';
    return place ? this.repaired(path, value, place) : this.leaveOut(path, value, 'type.expected-string');
  }

  private texts(value: unknown, path: PathStep[]): string[] | undefined {
    if (Array.isArray(value)) return value.flatMap((entry, index) => this.entry(entry, [...path, index]) ?? []);
    if (value === null) return this.repaired(path, null, undefined);
    if (typeof value !== 'string') return this.leaveOut(path, value, 'type.expected-array');
    const separator = path.at(-1) === 'keywords' ? /[,;\n]/ : /\n/;
    const list = value.split(separator).map((entry) => entry.trim());
    const entries = list.filter((entry) => entry !== '');
    if (entries.length > limits.items) return this.leaveOut(path, value, 'array.too-long');
    return this.repaired(path, value, entries);
  }

  private entry(value: unknown, path: PathStep[]): string | undefined {
    const [only, ...others] = Object.values(asRecord(value) ?? {});
    if (typeof only === 'string' && others.length === 0) return this.repaired(path, value, only);
    return this.text(value, path);
  }

  private repaired<T>(path: PathStep[], from: unknown, to: T): T {
    this.report.repair(path, from, to ?? null);
    return to;
  }

  private leaveOut(path: PathStep[], value: unknown, reason: string): undefined {
    this.report.leaveOut(path, value, reason);
    return undefined;
  }
}

/** `{city, region, countryCode}` as one line. */
function placeName(place: Fields | undefined): string {
  const parts = [place?.city, place?.region, place?.countryCode ?? place?.country];
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(', ');
}

/** `{year: 2019, month: 5}` as `2019-05`. */
function dateOf(date: Fields | undefined): string | null {
  const [year, month, day] = [date?.year, date?.month, date?.day].map((part) => Number(part ?? Number.NaN));
  if (!year || !Number.isInteger(year) || Object.keys(date ?? {}).some((key) => !/^(?:year|month|day)$/.test(key)))
    return null;
  const parts = [String(year), ...[month, day].filter((part) => part).map((part) => String(part).padStart(2, '0'))];
  return parsePartialDate(parts.join('-')) ? parts.join('-') : null;
}
