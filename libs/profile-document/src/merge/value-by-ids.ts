import type { ProfileDocument } from '../schema/schema';
import { nodeAt, toTree, type TreePath, valueOf } from './tree';

/** The value at a place of a document that field names and item ids lead to, such as that of a conflict; undefined where there is none. */
export function valueByIds(document: ProfileDocument, path: TreePath): unknown {
  const node = nodeAt(toTree(document), path);
  return node && valueOf(node);
}
