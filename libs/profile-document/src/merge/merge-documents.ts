import { migrateDocument } from '../schema/migrate-document';
import type { ProfileDocument } from '../schema/schema';
import { type Place, placeIn } from './place';
import { mergeEntries, mergeOrders } from './sequences';
import {
  fromTree,
  type Leaf,
  type ListTree,
  type ObjectTree,
  textOf,
  toTree,
  type Tree,
  type TreePath,
  valueOf,
} from './tree';

/**
 * Something that both sides changed differently. The merged document contains my field and order, and the item that one side
 * removed and the other changed; the conflict holds the other side, and `resolveConflict` applies it.
 */
export interface MergeConflict {
  /** `removed`: one side removed the item, the other changed it; the value of the first is absent */
  kind: 'field' | 'removed' | 'order';
  place: Place;
  /** steps into the document: field names and item ids */
  path: TreePath;
  /** the values; absent where there was none; ids in order for `order` */
  base?: unknown;
  mine?: unknown;
  theirs?: unknown;
}

/** The result of merging two versions of a document. */
export interface MergedDocument {
  document: ProfileDocument;
  conflicts: MergeConflict[];
}

type Side = Tree | undefined;
const emptyObject: ObjectTree = { kind: 'object', fields: new Map() };
const emptyList: ListTree = { kind: 'list', ordered: true, order: [], items: new Map() };

function asTexts(tree: Side): string[] | null {
  const value: unknown = tree ? (tree as Leaf).value : [];
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

/** Merges three trees and records the conflicts. */
class Merge {
  readonly conflicts: MergeConflict[] = [];

  constructor(private readonly trees: readonly Tree[]) {}

  part(base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    const [before, here, there] = [textOf(base), textOf(mine), textOf(theirs)];
    if (here === there || before === there) return mine;
    if (before === here) return theirs;
    const kinds = new Set([mine, theirs].flatMap((side) => side?.kind ?? []));
    if (kinds.size > 1) return this.contest('field', base, mine, theirs, path) ?? theirs;
    if (kinds.has('object')) return this.object(base, mine, theirs, path);
    if (kinds.has('list')) return this.list(base, mine, theirs, path);
    return this.leaf(base, mine, theirs, path);
  }

  private object(base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    const [b, m, t] = [base, mine, theirs].map((side) => (side?.kind === 'object' ? side : emptyObject).fields) as [
      ...Map<string, Tree>[],
    ] as [Map<string, Tree>, Map<string, Tree>, Map<string, Tree>];
    const fields = new Map<string, Tree>();
    for (const name of new Set([...m.keys(), ...t.keys(), ...b.keys()])) {
      const field = this.part(b.get(name), m.get(name), t.get(name), [...path, name]);
      if (field) fields.set(name, field);
    }
    return fields.size > 0 || (mine && theirs) ? { kind: 'object', fields } : undefined;
  }

  private list(base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    const [b, m, t] = [base, mine, theirs].map((side) => (side?.kind === 'list' ? side : emptyList)) as [
      ListTree,
      ListTree,
      ListTree,
    ];
    const items = new Map<string, Tree>();
    for (const id of new Set([...m.order, ...t.order])) {
      const item = this.item(b.items.get(id), m.items.get(id), t.items.get(id), [...path, id]);
      if (item) items.set(id, item);
    }
    const { order, contested } = mergeOrders(b.order, m.order, t.order, new Set(items.keys()));
    const ordered = (mine ?? theirs) === undefined || (m.order.length > 0 ? m : t).ordered;
    if (contested && ordered) {
      const place = placeIn(this.trees, path);
      this.conflicts.push({ kind: 'order', place, path, base: b.order, mine: m.order, theirs: t.order });
    }
    return items.size > 0 || (mine && theirs) ? { kind: 'list', ordered, order, items } : undefined;
  }

  private item(base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    if (!base || (mine && theirs)) return this.part(base, mine, theirs, path);
    const left = mine ?? theirs;
    if (!left || textOf(left) === textOf(base)) return undefined;
    this.contest('removed', base, mine, theirs, path);
    return left;
  }

  private leaf(base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    if (path.join('/') === 'meta/lastModified') return textOf(mine) > textOf(theirs) ? mine : theirs;
    const [b, m, t] = [asTexts(base), asTexts(mine), asTexts(theirs)];
    const entries = b && m && t && mergeEntries(b, m, t);
    if (entries) return { kind: 'leaf', value: entries };
    return this.contest('field', base, mine, theirs, path) ?? theirs;
  }

  private contest(kind: 'field' | 'removed', base: Side, mine: Side, theirs: Side, path: TreePath): Side {
    const values = { base, mine, theirs };
    const present = Object.entries(values).flatMap(([name, side]) => (side ? [[name, valueOf(side)]] : []));
    this.conflicts.push({ kind, place: placeIn(this.trees, path), path, ...Object.fromEntries(present) });
    return mine;
  }
}

/**
 * Merges two versions of one document: by section and item (ids in `meta.canar.ids`), field by field inside an item, entry by
 * entry inside lists of texts. A change of one side is applied; an identical change of both counts once; a text conflicts only
 * when both changed it differently. Nothing is lost: additions of both sides stay, an item that one side removed and the other
 * changed stays, and every conflict carries both sides. Items without ids go by their places.
 */
export function mergeDocuments(base: ProfileDocument, mine: ProfileDocument, theirs: ProfileDocument): MergedDocument {
  const sides = [base, mine, theirs].map(migrateDocument);
  const arranged = sides.some((side) => side.meta?.canar?.sections);
  const trees = sides.map((side) => toTree(side, arranged)) as [ObjectTree, ObjectTree, ObjectTree];
  const merge = new Merge([trees[1], trees[2], trees[0]]);
  const root = merge.part(...trees, []) as ObjectTree;
  return { document: fromTree(root), conflicts: merge.conflicts };
}
