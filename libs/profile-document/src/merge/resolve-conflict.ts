import type { ProfileDocument } from '../schema/schema';
import type { MergeConflict } from './merge-documents';
import { withMissing } from './sequences';
import { nodeAt, fromTree, type ObjectTree, toTree, type Tree, type TreePath, treeOfValue } from './tree';

type Change = (parent: Tree, step: string) => void;

function change(root: ObjectTree, path: TreePath, apply: Change): void {
  const step = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
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
 * Applies one side of a conflict to a document. Everything else is preserved, also edits since the merge.
 * @param side whose value is used; when that side removed the item, it is removed
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
    const list = nodeAt(root, path);
    if (list?.kind !== 'list') return document;
    const order = (value as string[]).filter((id) => list.items.has(id));
    list.order = withMissing(order, list.order);
  } else if (value === undefined) change(root, path, remove);
  else if (kind === 'field') change(root, path, (parent, step) => put(parent, step, treeOfValue(value)));
  else if (!nodeAt(root, path)) change(root, path, (parent, step) => put(parent, step, treeOfValue(value)));
  return fromTree(root);
}
