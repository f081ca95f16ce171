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

/** The items of a section. */
export function itemsOf(document: ProfileDocument, section: string): readonly Record<string, Json>[] {
  return (valueAt(document, itemsPath(document, section)) as Record<string, Json>[] | undefined) ?? [];
}

/** The ids of a section's items, in order. */
export function idsOf(document: ProfileDocument, section: string): readonly string[] {
  return document.meta?.canar?.ids?.[section] ?? [];
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
