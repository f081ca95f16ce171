import { type FieldKind, fieldsOf, type ProfileDocument, type shapes } from '../schema/schema';
import { sectionKeys } from '../sections/sections';

/** The text of a field, by its place (`basics/name`, `work/0/position`, `title/work`); undefined leaves the field out. */
export type TextOf = (place: string, kind: FieldKind) => string | undefined;

function part(name: keyof typeof shapes, place: string, textOf: TextOf): Record<string, unknown> {
  const fields = fieldsOf(name).flatMap(([field, kind]) => {
    const text = textOf(`${place}/${field}`, kind);
    return text === undefined ? [] : [[field, kind === 'texts' ? [text] : text]];
  });
  return Object.fromEntries(fields) as Record<string, unknown>;
}

/**
 * A document with every text field that the schema knows, in two items of each section, with ids such as `work-0`.
 * @param key of a section that JSON Resume does not have
 */
export function filledDocument(textOf: TextOf, key = 'custom-talks'): ProfileDocument {
  const items = (name: keyof typeof shapes, section: string) =>
    [0, 1].map((index) => part(name, `${section}/${section}-${index}`, textOf));
  const lists = [...sectionKeys, key, 'profiles'];
  return {
    basics: {
      ...part('basics', 'basics', textOf),
      location: part('location', 'basics/location', textOf),
      profiles: items('profiles', 'profiles'),
    },
    ...Object.fromEntries(sectionKeys.map((section) => [section, items(section, section)])),
    meta: {
      canar: {
        sections: ['basics', ...sectionKeys].map((section) => ({
          key: section,
          title: textOf(`title/${section}`, 'text'),
        })),
        custom: [{ key, title: textOf(`title/${key}`, 'text'), items: items('custom', key) }],
        ids: Object.fromEntries(lists.map((section) => [section, [`${section}-0`, `${section}-1`]])),
      },
    },
  };
}
