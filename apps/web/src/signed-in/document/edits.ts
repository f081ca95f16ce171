import { orderedSections, type CanarMeta, type ProfileDocument } from '@canar/profile-document';

/** A step into a document: a property or a place in a list. */
export type Path = readonly (string | number)[];

type Json = unknown;

/** The value at a path; undefined when the way ends before. */
export function valueAt(document: ProfileDocument, path: Path): Json {
  return path.reduce<Json>((value, step) => (value as Record<string | number, Json> | undefined)?.[step], document);
}

/** The document with another value at a path; `undefined` takes the property away. What the path does not touch stays the same object. */
export function withValue<T>(target: T, path: Path, value: Json): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  if (typeof step === 'number') {
    const list = [...((target as Json[] | undefined) ?? [])];
    list[step] = withValue(list[step], rest, value);
    return list as T;
  }
  const { [step]: old, ...others } = (target ?? {}) as Record<string, Json>;
  const next = withValue(old, rest, value);
  if (next === undefined) return others as T;
  return (
    step in ((target ?? {}) as object) ? { ...(target as object), [step]: next } : { ...others, [step]: next }
  ) as T;
}

/** Where the items of a section stand in the document. */
export function itemsPath(document: ProfileDocument, section: string): Path {
  if (section === 'profiles') return ['basics', 'profiles'];
  const custom = document.meta?.canar?.custom?.findIndex((entry) => entry.key === section) ?? -1;
  return custom >= 0 ? ['meta', 'canar', 'custom', custom, 'items'] : [section];
}

const NO_ITEMS: readonly Record<string, Json>[] = [];
const NO_IDS: readonly string[] = [];

/** The items of a section; the same list as long as none of them changes. */
export function itemsOf(document: ProfileDocument, section: string): readonly Record<string, Json>[] {
  return (valueAt(document, itemsPath(document, section)) as Record<string, Json>[] | undefined) ?? NO_ITEMS;
}

/** The ids of a section's items, in order; the same list as long as none is added, removed or moved. */
export function idsOf(document: ProfileDocument, section: string): readonly string[] {
  return document.meta?.canar?.ids?.[section] ?? NO_IDS;
}

function withList(
  document: ProfileDocument,
  section: string,
  items: readonly Json[],
  ids: readonly string[],
): ProfileDocument {
  const listed = withValue(document, itemsPath(document, section), items);
  return withValue(listed, ['meta', 'canar', 'ids', section], ids);
}

/** A new empty item at the top of a section, where the newest belongs. */
export function addItem(document: ProfileDocument, section: string, id: string): ProfileDocument {
  return withList(document, section, [{}, ...itemsOf(document, section)], [id, ...idsOf(document, section)]);
}

/** The document with a copy of an item right below it. */
export function duplicateItem(document: ProfileDocument, section: string, index: number, id: string): ProfileDocument {
  const below = <T>(list: readonly T[], copy: T) => [...list.slice(0, index + 1), copy, ...list.slice(index + 1)];
  const items = itemsOf(document, section);
  return withList(document, section, below(items, items[index] ?? {}), below(idsOf(document, section), id));
}

/** The document without one item; its id goes with it. */
export function removeItem(document: ProfileDocument, section: string, index: number): ProfileDocument {
  const others = <T>(list: readonly T[]) => list.filter((_, place) => place !== index);
  return withList(document, section, others(itemsOf(document, section)), others(idsOf(document, section)));
}

/** The document with an item at another place of its section. */
export function moveItem(document: ProfileDocument, section: string, from: number, to: number): ProfileDocument {
  return withList(
    document,
    section,
    moved(itemsOf(document, section), from, to),
    moved(idsOf(document, section), from, to),
  );
}

/** Hides an item, or shows it again; nothing is deleted. */
export function toggleItem(document: ProfileDocument, id: string): ProfileDocument {
  const hidden = document.meta?.canar?.hidden ?? [];
  const next = hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id];
  return withValue(document, ['meta', 'canar', 'hidden'], next.length > 0 ? next : undefined);
}

/** Whether an item is hidden. */
export function isItemHidden(document: ProfileDocument, id: string | undefined): boolean {
  return id !== undefined && (document.meta?.canar?.hidden ?? []).includes(id);
}

type Setting = NonNullable<CanarMeta['sections']>[number];

function settingsOf(document: ProfileDocument): Setting[] {
  const known = document.meta?.canar?.sections ?? [];
  const basics = known.filter(({ key }) => key === 'basics');
  return [
    ...basics,
    ...orderedSections(document).map(({ key }) => known.find((entry) => entry.key === key) ?? { key }),
  ];
}

function withSettings(document: ProfileDocument, settings: Setting[]): ProfileDocument {
  return withValue(document, ['meta', 'canar', 'sections'], settings);
}

/** The document with a section some places further down (or up, when negative). */
export function moveSection(document: ProfileDocument, key: string, by: number): ProfileDocument {
  const settings = settingsOf(document);
  const from = settings.findIndex((entry) => entry.key === key);
  const first = settings[0]?.key === 'basics' ? 1 : 0;
  const to = Math.min(settings.length - 1, Math.max(first, from + by));
  return from < 0 || from === to ? document : withSettings(document, moved(settings, from, to));
}

/** Gives a section a title of its own; an empty one brings the usual title back. */
export function renameSection(document: ProfileDocument, key: string, title: string): ProfileDocument {
  return changeSetting(document, key, ({ title: _old, ...entry }) =>
    title.trim() ? { ...entry, title: title.trim() } : entry,
  );
}

/** Hides a section, or shows it again; nothing is deleted. */
export function toggleSection(document: ProfileDocument, key: string): ProfileDocument {
  return changeSetting(document, key, ({ hidden, ...entry }) => (hidden ? entry : { ...entry, hidden: true }));
}

/** The document with a section of the owner's own at the end, which begins with one entry. */
export function addSection(
  document: ProfileDocument,
  section: { key: string; title: string; item: Record<string, Json>; id: string },
): ProfileDocument {
  const { key, title, item, id } = section;
  const added = { key, title, items: [item] };
  const listed = withValue(document, ['meta', 'canar', 'custom'], [...(document.meta?.canar?.custom ?? []), added]);
  return withValue(listed, ['meta', 'canar', 'ids', key], [id]);
}

/** The document without a section of the owner's own: its entries, their ids and its settings go with it. */
export function removeSection(document: ProfileDocument, key: string): ProfileDocument {
  const { custom = [], sections } = document.meta?.canar ?? {};
  const others = custom.filter((section) => section.key !== key);
  const hiddenIds = idsOf(document, key);
  const hidden = document.meta?.canar?.hidden?.filter((id) => !hiddenIds.includes(id));
  const settings = sections?.filter((setting) => setting.key !== key);
  return [
    [['custom'], others.length > 0 ? others : undefined] as const,
    [['ids', key], undefined] as const,
    [['hidden'], hidden && hidden.length > 0 ? hidden : undefined] as const,
    [['sections'], settings] as const,
  ].reduce((current, [path, value]) => withValue(current, ['meta', 'canar', ...path], value), document);
}

function changeSetting(document: ProfileDocument, key: string, change: (entry: Setting) => Setting): ProfileDocument {
  const settings = settingsOf(document);
  if (!settings.some((entry) => entry.key === key)) settings.unshift({ key });
  return withSettings(
    document,
    settings.map((entry) => (entry.key === key ? change(entry) : entry)),
  );
}

/** A list with one entry taken from a place and put at another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
