import { sectionKeys, type ProfileDocument } from '@canar/profile-document';

const MAX_ITEMS = 2;
const MAX_LINES = 3;

type Item = Readonly<Record<string, unknown>>;

function shortItem(item: Item): Item {
  const fields = Object.entries(item).map(([name, value]) => [
    name,
    Array.isArray(value) ? (value as unknown[]).slice(0, MAX_LINES) : value,
  ]);
  return Object.fromEntries(fields) as Item;
}

/**
 * The beginning of a document, which is all that a thumbnail of a page shows: two items of each section that are not hidden, three lines
 * of each list.
 */
export function shortened(document: ProfileDocument): ProfileDocument {
  const { ids, hidden, custom, ...canar } = document.meta?.canar ?? {};
  const firstItems = (key: string, items: readonly Item[] = []) =>
    items
      .filter((_, index) => !hidden?.includes(ids?.[key]?.[index] ?? ''))
      .slice(0, MAX_ITEMS)
      .map(shortItem);
  const lists = sectionKeys.flatMap((key) => (document[key] ? [[key, firstItems(key, document[key])]] : []));
  const shortCustom = custom?.map((section) => ({ ...section, items: firstItems(section.key, section.items) }));
  return {
    ...document,
    ...Object.fromEntries(lists),
    meta: { ...document.meta, canar: { ...canar, custom: shortCustom } },
  };
}
