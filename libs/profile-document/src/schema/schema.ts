import * as z from 'zod';
import { limits } from './limits';

// The web site forbids eval in its Content-Security-Policy; Zod would probe for it.
z.config({ jitless: true });

const line = z.string().max(limits.line).optional();
const prose = z.string().max(limits.text).optional();
const email = z.string().max(limits.line).optional();
const url = z.string().max(limits.url).optional();
const date = z.string().max(limits.line).optional();
const lines = z.array(z.string().max(limits.text)).optional();

/** The kind of a text field; warnings and imports depend on it. */
export type FieldKind = 'text' | 'email' | 'url' | 'date' | 'texts';

const fieldKinds = new Map<unknown, FieldKind>([
  [line, 'text'],
  [prose, 'text'],
  [email, 'email'],
  [url, 'url'],
  [date, 'date'],
  [lines, 'texts'],
]);

const period = { startDate: date, endDate: date };

const location = z.looseObject({ address: prose, postalCode: line, city: line, countryCode: line, region: line });
const profile = z.looseObject({ network: line, username: line, url });
const header = { name: line, label: line, image: url, email, phone: line, url, summary: prose };
const basics = z.looseObject({ ...header, location: location.optional(), profiles: z.array(profile).optional() });

const items = {
  work: z.looseObject({
    name: line,
    position: line,
    location: line,
    description: prose,
    url,
    ...period,
    summary: prose,
    highlights: lines,
  }),
  education: z.looseObject({
    institution: line,
    url,
    area: line,
    studyType: line,
    ...period,
    score: line,
    courses: lines,
  }),
  projects: z.looseObject({
    name: line,
    description: prose,
    highlights: lines,
    keywords: lines,
    ...period,
    url,
    roles: lines,
    entity: line,
    type: line,
  }),
  skills: z.looseObject({ name: line, level: line, keywords: lines }),
  volunteer: z.looseObject({
    organization: line,
    position: line,
    url,
    ...period,
    summary: prose,
    highlights: lines,
  }),
  awards: z.looseObject({ title: line, date, awarder: line, summary: prose }),
  certificates: z.looseObject({ name: line, date, url, issuer: line }),
  publications: z.looseObject({ name: line, publisher: line, releaseDate: date, url, summary: prose }),
  languages: z.looseObject({ language: line, fluency: line }),
  interests: z.looseObject({ name: line, keywords: lines }),
  references: z.looseObject({ name: line, reference: prose }),
};

const customItem = z.looseObject({
  name: line,
  description: prose,
  location: line,
  url,
  date,
  ...period,
  summary: prose,
  highlights: lines,
  keywords: lines,
});

const customSection = z.looseObject({
  key: z.string().regex(/^custom-[a-z0-9-]{1,64}$/),
  title: line,
  items: z.array(customItem).optional(),
});

const sectionSetting = z.looseObject({
  key: z.string().min(1).max(80),
  title: line,
  hidden: z.boolean().optional(),
});

const id = z.string().min(1).max(64);

/** The current version of `meta.canar`; `migrateDocument` converts older ones. */
export const currentSchema = 2;

/** Canar's extension of JSON Resume, under `meta.canar`. */
export const canarSchema = z.looseObject({
  schema: z.int().min(1).max(currentSchema).optional(),
  sections: z.array(sectionSetting).optional(),
  ids: z.record(z.string(), z.array(id)).optional(),
  hidden: z.array(id).optional(),
  custom: z.array(customSection).optional(),
  design: z
    .looseObject({
      template: line,
      accent: line,
      font: line,
      spacing: line,
      columns: line,
      photo: line,
      paper: line,
    })
    .optional(),
  locale: line,
});

const meta = z.looseObject({ canonical: url, version: line, lastModified: line, canar: canarSchema.optional() });

/**
 * A profile: JSON Resume 1.x (https://github.com/jsonresume/jsonresume.org, packages/schema) with Canar's
 * extension under `meta.canar`. Shapes and lengths only; `parseDocument` checks everything.
 */
export const documentSchema = z.looseObject({
  $schema: url,
  basics: basics.optional(),
  work: z.array(items.work).optional(),
  education: z.array(items.education).optional(),
  projects: z.array(items.projects).optional(),
  skills: z.array(items.skills).optional(),
  volunteer: z.array(items.volunteer).optional(),
  awards: z.array(items.awards).optional(),
  certificates: z.array(items.certificates).optional(),
  publications: z.array(items.publications).optional(),
  languages: z.array(items.languages).optional(),
  interests: z.array(items.interests).optional(),
  references: z.array(items.references).optional(),
  meta: meta.optional(),
});

/** The content of a profile. */
export type ProfileDocument = z.infer<typeof documentSchema>;
/** Name, contact, summary and links of the person. */
export type Basics = z.infer<typeof basics>;
/** One account elsewhere: network, user name, link. */
export type ProfileLink = z.infer<typeof profile>;
/** Canar's extension of a document. */
export type CanarMeta = z.infer<typeof canarSchema>;
/** A section that JSON Resume does not have. */
export type CustomSection = z.infer<typeof customSection>;
/** One entry of a custom section. */
export type CustomItem = z.infer<typeof customItem>;
/** The name of a list section of JSON Resume. */
export type SectionKey = keyof typeof items;
/** The entry type of a list section of JSON Resume. */
export type SectionItem<K extends SectionKey> = z.infer<(typeof items)[K]>;

type Shape = Record<string, unknown>;

/** The known fields of each part of a document. */
export const shapes: Record<'basics' | 'location' | 'profiles' | 'custom' | 'meta' | SectionKey, Shape> = {
  basics: basics.shape,
  location: location.shape,
  profiles: profile.shape,
  custom: customItem.shape,
  meta: meta.shape,
  work: items.work.shape,
  education: items.education.shape,
  projects: items.projects.shape,
  skills: items.skills.shape,
  volunteer: items.volunteer.shape,
  awards: items.awards.shape,
  certificates: items.certificates.shape,
  publications: items.publications.shape,
  languages: items.languages.shape,
  interests: items.interests.shape,
  references: items.references.shape,
};

type Fields = readonly (readonly [name: string, kind: FieldKind])[];

const fields = new Map<string, Fields>(
  Object.entries(shapes).map(([part, shape]) => [
    part,
    Object.entries(shape).flatMap(([name, schema]) => {
      const kind = fieldKinds.get(schema);
      return kind ? [[name, kind] as const] : [];
    }),
  ]),
);

/** The text fields of a part in schema order, with their kinds. */
export function fieldsOf(part: keyof typeof shapes): Fields {
  return fields.get(part) ?? [];
}
