import { sortedJson } from '../equality/canonical-json';
import { withPositionIds } from '../sections/item-ids';
import { asRecord } from '../schema/pointer';
import type { ProfileDocument } from '../schema/schema';
import { orderedSections, sectionKeys } from '../sections/sections';

/** A document as a tree: fields by name, items by id, and atomic values. */
export type Tree = ObjectTree | ListTree | Leaf;

/** Fields by name. */
export interface ObjectTree {
  kind: 'object';
  fields: Map<string, Tree>;
}

/** Items by id; the order is significant when `ordered`. */
export interface ListTree {
  kind: 'list';
  ordered: boolean;
  order: string[];
  items: Map<string, Tree>;
}

/** An atomic value: a text, a number, a list of texts. */
export interface Leaf {
  kind: 'leaf';
  value: unknown;
}

/** A path in a tree: field names and item ids. */
export type TreePath = readonly string[];

const leaf = (value: unknown): Leaf => ({ kind: 'leaf', value });

/** The tree of a value without item ids: objects by field, everything else atomic. */
export function treeOfValue(value: unknown): Tree {
  const record = asRecord(value);
  if (!record) return leaf(value);
  const fields = Object.entries(record).filter(([, entry]) => entry !== undefined);
  return { kind: 'object', fields: new Map(fields.map(([name, entry]) => [name, treeOfValue(entry)])) };
}

function listOf<T>(ids: readonly string[], values: readonly T[], tree: (value: T) => Tree, ordered = true): ListTree {
  const items = new Map(values.map((value, index) => [ids[index] ?? `unnamed-${index}`, tree(value)]));
  return { kind: 'list', ordered, order: [...items.keys()], items };
}

/** The effective section settings: one for each section in rendered order, so that incomplete lists can be compared. */
function settingsTree(document: ProfileDocument): ListTree {
  const explicit = document.meta?.canar?.sections ?? [];
  const keys = new Set([...explicit.map(({ key }) => key), ...orderedSections(document).map(({ key }) => key)]);
  const settings = [...keys].map((key) => explicit.find((entry) => entry.key === key) ?? { key });
  return listOf([...keys], settings, treeOfValue);
}

function canarTree(document: ProfileDocument): Tree {
  const { ids = {}, sections, custom, hidden, ...rest } = document.meta?.canar ?? {};
  const { fields } = treeOfValue(rest) as ObjectTree;
  if (custom) {
    const keys = custom.map(({ key }) => key);
    const tree = listOf(keys, custom, ({ items, ...section }) => {
      const parts = treeOfValue(section) as ObjectTree;
      if (items) parts.fields.set('items', listOf(ids[section.key] ?? [], items, treeOfValue));
      return parts;
    });
    fields.set('custom', tree);
  }
  if (sections) fields.set('sections', settingsTree(document));
  if (hidden) fields.set('hidden', listOf(hidden, hidden, leaf, false));
  return { kind: 'object', fields };
}

/**
 * Converts a document to a tree. Items without ids are identified by their position.
 * @param settings whether to add effective section settings when the document has none
 */
export function toTree(source: ProfileDocument, settings = false): ObjectTree {
  const document = withPositionIds(source);
  const ids = document.meta?.canar?.ids ?? {};
  const root = treeOfValue({ ...document, meta: undefined }) as ObjectTree;
  for (const key of sectionKeys) {
    const items = document[key];
    if (items) root.fields.set(key, listOf<unknown>(ids[key] ?? [], items, treeOfValue));
  }
  const basics = root.fields.get('basics');
  if (basics?.kind === 'object' && document.basics?.profiles) {
    basics.fields.set('profiles', listOf(ids['profiles'] ?? [], document.basics.profiles, treeOfValue));
  }
  const { canar, ...meta } = document.meta ?? {};
  if (document.meta || settings) root.fields.set('meta', treeOfValue(meta));
  const parts = root.fields.get('meta');
  if (parts?.kind === 'object' && (canar || settings)) {
    const ours = canarTree(document) as ObjectTree;
    if (settings) ours.fields.set('sections', settingsTree(document));
    parts.fields.set('canar', ours);
  }
  return root;
}

/** The JSON value of a tree; the ids of its items are not in it. */
export function valueOf(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.order.map((id) => valueOf(tree.items.get(id) as Tree));
  return Object.fromEntries([...tree.fields].map(([name, field]) => [name, valueOf(field)]));
}

/** Converts a tree to a document with the item ids of the tree. */
export function fromTree(root: ObjectTree): ProfileDocument {
  const ids: Record<string, string[]> = {};
  const addIds = (key: string, tree: Tree | undefined) => {
    if (tree?.kind === 'list' && tree.order.length > 0) ids[key] = [...tree.order];
  };
  addIds('profiles', nodeAt(root, ['basics', 'profiles']));
  for (const key of sectionKeys) addIds(key, root.fields.get(key));
  const custom = nodeAt(root, ['meta', 'canar', 'custom']);
  if (custom?.kind === 'list') for (const [key, section] of custom.items) addIds(key, nodeAt(section, ['items']));
  const document = valueOf(root) as ProfileDocument;
  if (Object.keys(ids).length === 0) return document;
  return { ...document, meta: { ...document.meta, canar: { ...document.meta?.canar, ids } } };
}

/** The node at a path, if there is one. */
export function nodeAt(tree: Tree | undefined, path: TreePath): Tree | undefined {
  return path.reduce<Tree | undefined>((part, step) => {
    if (part?.kind === 'object') return part.fields.get(step);
    return part?.kind === 'list' ? part.items.get(step) : undefined;
  }, tree);
}

/** A text that is the same for equal trees; the order of items matters in ordered lists only. */
export function textOf(tree: Tree | undefined): string {
  if (!tree) return '';
  if (tree.kind === 'leaf') return sortedJson(tree.value);
  const parts = tree.kind === 'object' ? tree.fields : tree.items;
  const names = tree.kind === 'list' && tree.ordered ? tree.order : [...parts.keys()].sort();
  return `${tree.kind}(${names.map((name) => `${JSON.stringify(name)}:${textOf(parts.get(name))}`).join(',')})`;
}
