import { asRecord, type PathStep } from '../pointer';
import { canarSchema, type SectionKey } from '../schema';
import { sectionKeys } from '../sections';
import { shapeErrors } from '../shape-errors';
import { olderSectionNames } from './older-names';
import { isVacant, PartRepair } from './repair-part';
import type { ImportReport } from './report';

type Fields = Record<string, unknown>;

/** The field that stands for a whole item when only a text was given for it: `"skills": ["Rust"]`. */
const mainFields: Record<SectionKey | 'profiles', string> = {
  ...{
    work: 'name',
    education: 'institution',
    projects: 'name',
    skills: 'name',
    volunteer: 'organization',
    awards: 'title',
  },
  ...{ certificates: 'name', publications: 'name', languages: 'language', interests: 'name', references: 'reference' },
  profiles: 'url',
};

/** Makes a readable foreign résumé a document, part by part, in place. */
export class ResumeRepair {
  private readonly parts: PartRepair;

  constructor(
    private readonly resume: Fields,
    private readonly report: ImportReport,
  ) {
    this.parts = new PartRepair(report);
  }

  run(): Fields {
    this.parts.rename(this.resume, olderSectionNames, [], () => false);
    this.schemaAddress();
    this.basics();
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
    this.parts.part('basics', basics, ['basics']);
    const location = this.record(basics, 'location', ['basics']);
    if (location) this.parts.part('location', location, ['basics', 'location']);
    this.list(basics, 'profiles', ['basics', 'profiles']);
  }

  private list(parent: Fields, key: SectionKey | 'profiles', path: PathStep[]): void {
    const value = parent[key];
    if (value === undefined) return;
    const values = Array.isArray(value) ? value : this.single(value, path);
    if (!values) Reflect.deleteProperty(parent, key);
    else parent[key] = values.flatMap((item, index) => this.item(key, item, [...path, index]) ?? []);
  }

  private single(value: unknown, path: PathStep[]): unknown[] | undefined {
    if (value === null) return void this.report.repair(path, null, null);
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
    this.parts.part(key, fields, path);
    return fields;
  }

  private meta(): void {
    const meta = this.record(this.resume, 'meta', []);
    if (!meta) return;
    this.parts.part('meta', meta, ['meta']);
    if (meta.canar !== undefined && shapeErrors(canarSchema, meta.canar).length > 0)
      this.leaveOut(meta, 'canar', ['meta'], 'object');
  }

  /** The object in a field; anything else there is taken out and told. */
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

/** JSON Resume 0.0.0 knew first and last names. */
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
