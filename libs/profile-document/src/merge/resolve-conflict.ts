import type { ProfileDocument } from '../schema/schema';
import type { MergeConflict } from './merge-documents';
import { withMissing } from './sequences';
import { at, fromTree, type ObjectTree, toTree, type Tree, type TreePath, treeOfValue } from './tree';

type Change = (parent: Tree, step: string) => void;

function change(root: ObjectTree, path: TreePath, apply: Change): void {
  const step = path.at(-1);
  const parent = at(root, path.slice(0, -1));
  if (parent && step !== undefined) apply(parent, step);
}

function remove(parent: Tree, step: string): void {
  if (parent.kind === 'object') parent.fields.delete(step);
  if (parent.kind !== 'list') return;
  parent.items.delete(step);
  parent.order = parent.order.filter((id) => id !== step);
}

function put(parent: Tree, step: string, value: Tree): void {
  if (parent.kind === 'object') parent.fields.set(step, value);
  if (parent.kind !== 'list') return;
  if (!parent.items.has(step)) parent.order.push(step);
  parent.items.set(step, value);
}

/**
 * The document with one side of a conflict in it. Everything else stays, also what was typed since the merge.
 * @param side whose value counts; for an item that one side removed, that side removes it
 */
export function resolveConflict(
  document: ProfileDocument,
  conflict: MergeConflict,
  side: 'mine' | 'theirs',
): ProfileDocument {
  const root = toTree(document);
  const { path, kind } = conflict;
  const value = conflict[side];
  if (kind === 'order') {
    const list = at(root, path);
    if (list?.kind !== 'list') return document;
    const wanted = (value as string[]).filter((id) => list.items.has(id));
    list.order = withMissing(wanted, list.order);
  } else if (value === undefined) change(root, path, remove);
  else if (kind === 'field') change(root, path, (parent, step) => put(parent, step, treeOfValue(value)));
  else if (!at(root, path)) change(root, path, (parent, step) => put(parent, step, treeOfValue(value)));
  return fromTree(root);
}
