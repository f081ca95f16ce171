import { migrateDocument } from '../schema/migrate-document';
import type { ProfileDocument } from '../schema/schema';
import { type Place, placeIn, titleOf } from './place';
import { movedEntries } from './sequences';
import { type ListTree, type ObjectTree, textOf, toTree, type Tree, type TreePath, valueOf } from './tree';

/** One difference between two documents. */
export interface DocumentChange {
  kind: 'added' | 'removed' | 'moved' | 'changed';
  place: Place;
  /** the old value; for a moved item its old position from 1; absent when something was added */
  before?: unknown;
  /** the new value; for a moved item its new position from 1; absent when something was removed */
  after?: unknown;
}

/** Gives items of `b` the ids of the same items in `a`, when their ids do not match: by content, else by title. */
function aligned(a: ListTree, b: ListTree): ListTree {
  const free = new Map([...a.items].filter(([id]) => !b.items.has(id)));
  const names = new Map<string, string>();
  const match = (sameness: (tree: Tree) => string) => {
    for (const [id, item] of b.items) {
      if (a.items.has(id) || names.has(id)) continue;
      const text = sameness(item);
      const twin = text && [...free].find(([, candidate]) => sameness(candidate) === text);
      if (!twin) continue;
      names.set(id, twin[0]);
      free.delete(twin[0]);
    }
  };
  match(textOf);
  match(titleOf);
  const named = (id: string) => names.get(id) ?? id;
  return { ...b, order: b.order.map(named), items: new Map([...b.items].map(([id, item]) => [named(id), item])) };
}

class Comparison {
  readonly changes: DocumentChange[] = [];

  constructor(private readonly trees: readonly Tree[]) {}

  part(before: Tree | undefined, after: Tree | undefined, path: TreePath): void {
    if (textOf(before) === textOf(after)) return;
    const kinds = new Set([before, after].flatMap((side) => side?.kind ?? []));
    const [kind] = kinds.size === 1 ? kinds : [];
    if (kind === 'list') this.list(before as ListTree, after as ListTree, path);
    else if (kind === 'object' && !this.isItem(before, after, path)) this.object(before, after, path);
    else this.note(before, after, path);
  }

  /** Whether a whole item was added or removed, which is one change and not one for each field. */
  private isItem(before: Tree | undefined, after: Tree | undefined, path: TreePath): boolean {
    return (!before || !after) && placeIn(this.trees, path).item !== undefined;
  }

  private object(before: Tree | undefined, after: Tree | undefined, path: TreePath): void {
    const fields = (tree: Tree | undefined) => (tree as ObjectTree | undefined)?.fields ?? new Map<string, Tree>();
    const [old, now] = [fields(before), fields(after)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      if (isOwnBookkeeping([...path, name])) continue;
      this.part(old.get(name), now.get(name), [...path, name]);
    }
  }

  private list(before: ListTree | undefined, found: ListTree | undefined, path: TreePath): void {
    const none: ListTree = { kind: 'list', ordered: true, order: [], items: new Map() };
    const old = before ?? none;
    const now = aligned(old, found ?? none);
    for (const id of new Set([...old.order, ...now.order]))
      this.part(old.items.get(id), now.items.get(id), [...path, id]);
    const [were, are] = [old.order.filter((id) => now.items.has(id)), now.order.filter((id) => old.items.has(id))];
    if (!old.ordered || !now.ordered) return;
    for (const id of movedEntries(were, are)) {
      const [from, to] = [old.order.indexOf(id) + 1, now.order.indexOf(id) + 1];
      this.changes.push({ kind: 'moved', place: placeIn(this.trees, [...path, id]), before: from, after: to });
    }
  }

  private note(before: Tree | undefined, after: Tree | undefined, path: TreePath): void {
    const kind = !before ? 'added' : !after ? 'removed' : 'changed';
    const change: DocumentChange = { kind, place: placeIn(this.trees, path) };
    if (before) change.before = valueOf(before);
    if (after) change.after = valueOf(after);
    this.changes.push(change);
  }
}

function isOwnBookkeeping(path: TreePath): boolean {
  return ['meta/lastModified', 'meta/canar/schema'].includes(path.join('/'));
}

/**
 * The differences between two documents, field by field: items that were added, removed or moved, and fields that were added,
 * removed or changed, in the order of the first document. Equal documents have no differences; different ids of equal items are
 * not a difference.
 */
export function compareDocuments(before: ProfileDocument, after: ProfileDocument): DocumentChange[] {
  const documents = [before, after].map(migrateDocument);
  const arranged = documents.some((document) => document.meta?.canar?.sections);
  const [old, now] = documents.map((document) => toTree(document, arranged)) as [ObjectTree, ObjectTree];
  const comparison = new Comparison([now, old]);
  comparison.part(old, now, []);
  return comparison.changes;
}
