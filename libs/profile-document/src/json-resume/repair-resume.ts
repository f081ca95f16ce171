import { asRecord, type PathStep } from '../schema/pointer';
import { canarSchema, type SectionKey, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';
import { shapeErrors } from '../parse/shape-errors';
import { dateOrderOf } from '../periods/date-order';
import { olderSectionNames } from './older-names';
import { repairMarkup } from './repair-markup';
import { isVacant, PartRepair } from './repair-part';
import type { ImportReport } from './report';
import { splitPositions } from './split-positions';

type Fields = Record<string, unknown>;

/** The field that takes the text of an item given as a text only: `"skills": ["Rust"]`. */
const mainFields: Record<SectionKey | 'profiles', string> = {
  work: 'name',
  education: 'institution',
  projects: 'name',
  skills: 'name',
  volunteer: 'organization',
  awards: 'title',
  certificates: 'name',
  publications: 'name',
  languages: 'language',
  interests: 'name',
  references: 'reference',
  profiles: 'url',
};

/** Repairs a résumé to a valid document, part by part, in place. */
export class ResumeRepair {
  private readonly parts: PartRepair;
  /** Whether texts may hold markup; in a document of ours a sign means itself. */
  private readonly foreign: boolean;

  constructor(
    private readonly resume: Fields,
    private readonly report: ImportReport,
    foreign?: boolean,
  ) {
    this.foreign = foreign ?? asRecord(asRecord(resume.meta)?.canar) === undefined;
    this.parts = new PartRepair(report, dateOrderOf(typedDates(resume)));
  }

  run(): Fields {
    unwrap(this.resume, this.report);
    this.parts.rename(this.resume, olderSectionNames, [], () => false);
    this.schemaAddress();
    this.basics();
    if (this.foreign) splitPositions(this.resume, this.report);
    for (const key of sectionKeys) this.list(this.resume, key, [key]);
    this.meta();
    return this.resume;
  }

  private schemaAddress(): void {
    const address = this.resume.$schema;
    if (address !== undefined && (typeof address !== 'string' || address.length > 2_048))
      this.leaveOut(this.resume, '$schema', [], 'string');
  }

  private basics(): void {
    const basics = this.record(this.resume, 'basics', []);
    if (!basics) return;
    fullName(basics, this.report);
    if (typeof basics.location === 'string') {
      const city = basics.location;
      basics.location = { city };
      this.report.repair(['basics', 'location'], city, { city });
    }
    this.part('basics', basics, ['basics']);
    const location = this.record(basics, 'location', ['basics']);
    if (location) this.part('location', location, ['basics', 'location']);
    this.list(basics, 'profiles', ['basics', 'profiles']);
  }

  private list(parent: Fields, key: SectionKey | 'profiles', path: PathStep[]): void {
    const value = parent[key];
    if (value === undefined) return;
    const values = Array.isArray(value) ? value : this.single(value, path);
    if (!values) Reflect.deleteProperty(parent, key);
    else {
      const items = values.map((item, index) => this.item(key, item, [...path, index]));
      parent[key] = items.filter((item) => item !== undefined);
      if (items.includes(undefined)) this.dropIds(key, items);
    }
  }

  /** Removes the ids of items that were left out, so that each other item has its own id and hidden items stay hidden. */
  private dropIds(key: string, items: readonly unknown[]): void {
    const ids = asRecord(asRecord(asRecord(this.resume.meta)?.canar)?.ids);
    const list = ids && Object.hasOwn(ids, key) ? ids[key] : undefined;
    if (ids && Array.isArray(list)) ids[key] = list.filter((_, index) => items[index] !== undefined);
  }

  private single(value: unknown, path: PathStep[]): unknown[] | undefined {
    if (value === null) return void this.report.repair(path, null, null);
    const list = listOf(path.at(-1) as keyof typeof mainFields, value);
    if (list) {
      this.report.repair(path, value, list);
      return list;
    }
    if (!asRecord(value)) return void this.report.leaveOut(path, value, 'type.expected-array');
    this.report.repair(path, value, [value]);
    return [value];
  }

  private item(key: SectionKey | 'profiles', item: unknown, path: PathStep[]): Fields | undefined {
    let fields = asRecord(item);
    if (!fields && typeof item === 'string' && item.trim() !== '') {
      fields = { [mainFields[key]]: item };
      this.report.repair(path, item, { ...fields });
    }
    if (!fields) return void this.report.leaveOut(path, item, 'type.expected-object');
    this.part(key, fields, path);
    return fields;
  }

  private part(part: keyof typeof shapes, fields: Fields, path: PathStep[]): void {
    this.parts.part(part, fields, path);
    if (this.foreign) repairMarkup(part, fields, path, this.report);
  }

  private meta(): void {
    const meta = this.record(this.resume, 'meta', []);
    if (!meta) return;
    this.parts.part('meta', meta, ['meta']);
    if (meta.canar !== undefined && shapeErrors(canarSchema, meta.canar).length > 0)
      this.leaveOut(meta, 'canar', ['meta'], 'object');
    else if (this.foreign) this.customSections(meta.canar);
  }

  private customSections(canar: unknown): void {
    const sections = asRecord(canar)?.custom;
    if (!Array.isArray(sections)) return;
    (sections as { items: Fields[] }[]).forEach(({ items }, section) =>
      items.forEach((item, index) => this.part('custom', item, ['meta', 'canar', 'custom', section, 'items', index])),
    );
  }

  /** The object in a field; any other value is removed and reported. */
  private record(parent: Fields, key: string, path: PathStep[]): Fields | undefined {
    const value = parent[key];
    const record = asRecord(value);
    if (record || value === undefined) return record;
    if (value === null) {
      this.report.repair([...path, key], null, null);
      Reflect.deleteProperty(parent, key);
    } else this.leaveOut(parent, key, path, 'object');
    return undefined;
  }

  private leaveOut(parent: Fields, key: string, path: PathStep[], expected: string): void {
    this.report.leaveOut([...path, key], parent[key], `type.expected-${expected}`);
    Reflect.deleteProperty(parent, key);
  }
}

/** Converts an object or a text in place of a list: `{"web": ["HTML"]}`, `{"github": "mina"}`, `"Chess, Hiking"`; else undefined. */
function listOf(key: keyof typeof mainFields, value: unknown): Fields[] | undefined {
  if (typeof value === 'string' && ['skills', 'languages', 'interests'].includes(key)) {
    const entries = value.split(/[,;\n]/).map((entry) => entry.trim());
    return entries.filter((entry) => entry !== '').map((entry) => ({ [mainFields[key]]: entry }));
  }
  const record = asRecord(value);
  const entries = Object.entries(record ?? {});
  if (!record || mainFields[key] in record || entries.length === 0) return undefined;
  const all = (test: (entry: unknown) => boolean) => entries.every(([, entry]) => test(entry));
  const text = (entry: unknown) => typeof entry === 'string';
  if ((key === 'skills' || key === 'interests') && all((entry) => Array.isArray(entry) && entry.every(text))) {
    return entries.map(([name, keywords]) => ({ name, keywords }));
  }
  if (key === 'languages' && all(text)) return entries.map(([language, fluency]) => ({ language, fluency }));
  if (key !== 'profiles' || !all(text) || ['network', 'username'].some((name) => name in record)) return undefined;
  return entries.map(([network, account]) => ({
    network,
    [/[/.]/.test(String(account)) ? 'url' : 'username']: account,
  }));
}

const maxTypedDates = 2_000;

/** The short texts with digits in the items of a résumé: among them all dates as they were typed. */
function typedDates(resume: Fields): string[] {
  const items = Object.values(resume).flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const values = items.flatMap((item) => Object.values(asRecord(item) ?? {}));
  const dates = values.filter((value): value is string => typeof value === 'string' && value.length <= 40);
  return dates.filter((value) => /\d[-/]\d/.test(value)).slice(0, maxTypedDates);
}

/** Properties in which other programs wrap a résumé. */
const wrappers = ['resume', 'cv', 'data'];
const headFields = [
  'name',
  'label',
  'email',
  'phone',
  'summary',
  'website',
  'location',
  'profiles',
  'image',
  'picture',
];

/** Unwraps a résumé, and moves fields of `basics` from the top level into it. */
function unwrap(resume: Fields, report: ImportReport): void {
  const [wrapper, ...others] = Object.keys(resume);
  const inner =
    wrapper !== undefined && others.length === 0 && wrappers.includes(wrapper) ? asRecord(resume[wrapper]) : undefined;
  if (inner && wrapper !== undefined) {
    Reflect.deleteProperty(resume, wrapper);
    Object.assign(resume, inner);
    report.repair([wrapper], wrapper, null);
  }
  if ('basics' in resume || typeof resume.name !== 'string') return;
  const loose = headFields.filter((name) => name in resume);
  resume.basics = Object.fromEntries(loose.map((name) => [name, resume[name]]));
  for (const name of loose) {
    Reflect.deleteProperty(resume, name);
    report.repair([name], name, `basics/${name}`);
  }
}

/** JSON Resume 0.0.0 had first and last names. */
function fullName(basics: Fields, report: ImportReport): void {
  const parts = [basics.firstName, basics.lastName].filter(
    (part): part is string => typeof part === 'string' && part.trim() !== '',
  );
  if (parts.length === 0 || !isVacant(basics.name)) return;
  const name = parts.join(' ');
  report.repair(['basics', 'firstName'], parts, name);
  Object.assign(basics, { name });
  Reflect.deleteProperty(basics, 'firstName');
  Reflect.deleteProperty(basics, 'lastName');
}
