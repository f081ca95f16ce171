import { sectionKeys } from '../sections/sections';
import { nodeAt, type Tree, type TreePath } from './tree';

/** The place of a difference in a document, in displayable terms. */
export interface Place {
  /** `basics`, `profiles`, the key of a section, `layout`, `design`, `locale`, or `other` for what Canar does not show */
  section: string;
  /** the item, by its id and title */
  item?: { id: string; title: string };
  /** the field: its name in the schema, `location.city` for a nested one, `hidden` or `title` for a setting */
  field?: string;
}

const naming = ['name', 'position', 'title', 'institution', 'organization', 'language', 'network', 'studyType', 'area'];

/** The displayed title of an item: its name, title, … or nothing. */
export function titleOf(item: Tree | undefined): string {
  if (item?.kind !== 'object') return '';
  const texts = [...naming, ...item.fields.keys()].map((name) => item.fields.get(name));
  const text = texts.find((field) => field?.kind === 'leaf' && typeof field.value === 'string' && field.value.trim());
  return text?.kind === 'leaf' ? String(text.value).trim().slice(0, 120) : '';
}

interface ListPlace {
  section: string;
  path: TreePath;
}

function listsOf(tree: Tree): ListPlace[] {
  const custom = nodeAt(tree, ['meta', 'canar', 'custom']);
  const customKeys = custom?.kind === 'list' ? custom.order : [];
  return [
    { section: 'profiles', path: ['basics', 'profiles'] },
    ...sectionKeys.map((key) => ({ section: key, path: [key] })),
    ...customKeys.map((key) => ({ section: key, path: ['meta', 'canar', 'custom', key, 'items'] })),
  ];
}

const startsWith = (path: TreePath, start: TreePath): boolean => start.every((step, index) => path[index] === step);

function withField(place: Place, field: TreePath): Place {
  return field.length > 0 ? { ...place, field: field.join('.') } : place;
}

function settingPlace(path: TreePath, trees: readonly Tree[]): Place {
  const [part = '', key, ...rest] = path;
  if (part === 'design' || part === 'locale') return withField({ section: part }, path.slice(1));
  if (key === undefined && ['sections', 'custom', 'hidden'].includes(part)) return { section: 'layout' };
  if (part === 'sections' || part === 'custom') return withField({ section: String(key) }, rest);
  if (part !== 'hidden') return withField({ section: 'other' }, ['meta', 'canar', ...path]);
  for (const tree of trees) {
    for (const list of listsOf(tree)) {
      const item = nodeAt(tree, [...list.path, String(key)]);
      if (item) return { section: list.section, item: { id: String(key), title: titleOf(item) }, field: 'hidden' };
    }
  }
  return { section: 'layout', field: 'hidden' };
}

/** Describes the place at a path for display; the item's title comes from the first tree that has it. */
export function placeIn(trees: readonly Tree[], path: TreePath): Place {
  const lists = trees.flatMap(listsOf);
  const list = lists.find((candidate) => startsWith(path, candidate.path));
  if (list) {
    const [id, ...field] = path.slice(list.path.length);
    if (id === undefined) return { section: list.section };
    const title = trees.map((tree) => titleOf(nodeAt(tree, [...list.path, id]))).find((text) => text !== '') ?? '';
    return withField({ section: list.section, item: { id, title } }, field);
  }
  if (path[0] === 'basics') return withField({ section: 'basics' }, path.slice(1));
  if (path[0] === 'meta' && path[1] === 'canar') return settingPlace(path.slice(2), trees);
  return withField({ section: 'other' }, path);
}
