import fc from 'fast-check';
import { safeHref } from '../fields/safe-href';
import { plainTextOf, withoutBullet } from '../json-resume/plain-text';
import { fieldsOf, type ProfileDocument, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';

const text = fc
  .string({ unit: 'grapheme', maxLength: 24 })
  .filter((value) => !value.includes('\u0000') && plainTextOf(value) === null && withoutBullet(value) === value);
const link = fc.webUrl().filter((url) => safeHref(url) !== null);
const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .chain((day) => fc.constantFrom(4, 7, 10).map((length) => day.toISOString().slice(0, length)));
const extra = fc.dictionary(
  fc.constantFrom('x-team', 'x-note', 'x-score', 'nickname'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 }), fc.constant({})),
  { maxKeys: 2 },
);
const values = {
  text,
  url: link,
  email: fc.constant('mina@example.com'),
  date,
  texts: fc.array(text, { maxLength: 3 }),
};

function part(name: keyof typeof shapes): fc.Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf(name).map(([field, kind]) => [field, values[kind]]);
  const record = fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  return fc.tuple(record, extra).map(([known, unknown]) => ({ ...known, ...unknown }));
}

const basics = fc
  .tuple(part('basics'), fc.option(part('location')), fc.option(fc.array(part('profiles'), { maxLength: 3 })))
  .map(([fields, location, profiles]) => ({
    ...fields,
    ...(location ? { location } : {}),
    ...(profiles ? { profiles } : {}),
  }));

const lists = Object.fromEntries(sectionKeys.map((key) => [key, fc.array(part(key), { maxLength: 3 })]));

/** JSON Resume documents with finished links and dates, unknown fields, empty lists and any `meta` but ours. */
export const jsonResumes = fc
  .tuple(
    fc.record({ $schema: link, basics, ...lists, meta: part('meta') }, { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom('x-salary', 'x-tags'), fc.array(text, { maxLength: 2 }), { maxKeys: 2 }),
  )
  .map(([known, unknown]) => ({ ...known, ...unknown }) as ProfileDocument);

/** What Canar keeps beside: settings, hidden sections and items, custom sections. */
const canar = fc.record(
  {
    schema: fc.constantFrom(1, 2),
    sections: fc.uniqueArray(
      fc.record({ key: fc.constantFrom('basics', ...sectionKeys, 'custom-talks'), title: text, hidden: fc.boolean() }),
      { selector: (entry) => entry.key, maxLength: 5 },
    ),
    ids: fc.dictionary(fc.constantFrom(...sectionKeys), fc.array(fc.uuid(), { maxLength: 3 }), { maxKeys: 3 }),
    custom: fc.array(
      fc.record({ key: fc.constant('custom-talks'), title: text, items: fc.array(part('custom'), { maxLength: 2 }) }),
      { maxLength: 1 },
    ),
    design: fc.record({ accent: fc.constant('#1e6b52') }),
    locale: fc.constantFrom('en', 'hi-IN'),
  },
  { requiredKeys: [] },
);

/** Whole profile documents. */
export const documents = fc
  .tuple(jsonResumes, fc.option(canar))
  .map(([resume, ours]) => (ours ? { ...resume, meta: { ...resume.meta, canar: ours } } : resume) as ProfileDocument);
