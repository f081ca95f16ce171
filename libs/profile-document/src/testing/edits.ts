import fc from 'fast-check';
import { designChoices } from '../design/design';
import { type FieldKind, fieldsOf, type ProfileDocument, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';
import { filledDocument } from './filled-document';

/** A change of one place of a document; without a value the place is removed. */
export interface DocumentEdit {
  path: readonly (string | number)[];
  value?: unknown;
}

type Part = keyof typeof shapes;

const sample = {
  text: (words: string) => words,
  email: () => 'mina@example.com',
  url: (words: string) => `https://example.com/${words.replaceAll(' ', '-')}`,
  date: () => '2021-02',
  texts: (words: string) => [`${words} one`, `${words} two`],
} satisfies Record<FieldKind, (words: string) => unknown>;

const { meta, ...content } = filledDocument((place, kind) => (kind === 'texts' ? place : sample[kind](place)));

/** A document that says something in every field there is, ours and an unknown one too. */
export const fullDocument = {
  ...content,
  meta: { canar: { ...meta?.canar, design: { template: 'modern', accent: '#1e6b52' }, locale: 'en' } },
  'x-note': 'unknown',
} satisfies ProfileDocument;

const words = fc.stringMatching(/^[A-Za-z]{6,12}( [a-z]{3,9}){0,2}$/);
const values = {
  text: words,
  email: words.map((name) => `${name.replaceAll(' ', '.')}@example.com`),
  url: words.map(sample.url),
  date: fc.constantFrom('2019', '2022-03', '2023-04-05', 'spring'),
  texts: fc.array(words, { maxLength: 3 }),
} satisfies Record<FieldKind, fc.Arbitrary<unknown>>;

function editsOf(part: Part, place: DocumentEdit['path']): fc.Arbitrary<DocumentEdit>[] {
  return fieldsOf(part).flatMap(([name, kind]) => [
    values[kind].map((value) => ({ path: [...place, name], value })),
    fc.constant({ path: [...place, name] }),
  ]);
}

const canar = ['meta', 'canar'];
const settings: fc.Arbitrary<DocumentEdit>[] = [
  ...Object.entries({
    ...designChoices,
    template: ['classic', 'modern', 'creative', 'fresher', 'academic', 'nobody knows'],
    accent: ['#7c2d2a', '#123', 'none'],
  }).map(([name, choices]) =>
    fc.constantFrom<unknown>(...choices, undefined).map((value) => ({ path: [...canar, 'design', name], value })),
  ),
  fc.constantFrom('en', 'hi', 'ta', 'ar').map((value) => ({ path: [...canar, 'locale'], value })),
  fc
    .shuffledSubarray(['basics', ...sectionKeys, 'custom-talks'])
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.record({ key: fc.constant(key), title: words, hidden: fc.boolean() }))),
    )
    .map((value) => ({ path: [...canar, 'sections'], value })),
  fc
    .record({ key: fc.constant('custom-talks'), title: words })
    .map((value) => ({ path: [...canar, 'custom', 0], value })),
];

/** Changes of every field, of every setting, of whole sections and items, and of unknown fields. */
export const documentEdits: fc.Arbitrary<DocumentEdit> = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...sectionKeys.flatMap((key) => [0, 1].flatMap((at) => editsOf(key, [key, at])))) },
  {
    weight: 3,
    arbitrary: fc.oneof(
      ...editsOf('basics', ['basics']),
      ...editsOf('location', ['basics', 'location']),
      ...editsOf('profiles', ['basics', 'profiles', 0]),
      ...editsOf('custom', [...canar, 'custom', 0, 'items', 0]),
    ),
  },
  { weight: 3, arbitrary: fc.oneof(...settings) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom('basics', 'meta', ...sectionKeys).map((key) => ({ path: [key] })),
      fc.constantFrom(...sectionKeys).map((key) => ({ path: [key], value: content[key] })),
      words.map((value) => ({ path: ['x-note'], value })),
    ),
  },
);

/**
 * The document after an edit; what is missing on the way there is made, unless the edit removes. An entry of a custom section that was
 * removed changes nothing: a section needs its key.
 */
export function edited(document: ProfileDocument, { path, value }: DocumentEdit): ProfileDocument {
  const isCustomEntry = path.includes('custom') && path.includes('items');
  if (isCustomEntry && !document.meta?.canar?.custom?.[0]) return document;
  return changed(document, path, value) as ProfileDocument;
}

function changed(container: unknown, [key, ...rest]: DocumentEdit['path'], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const items = Array.isArray(container) ? [...(container as unknown[])] : [];
    if (value === undefined && key >= items.length) return items;
    const at = Math.min(key, items.length);
    items[at] = changed(items[at], rest, value) ?? {};
    return items;
  }
  const { [key]: before, ...others } = (container ?? {}) as Record<string, unknown>;
  const after = changed(before, rest, value);
  return after === undefined ? others : { ...others, [key]: after };
}
