import { formatFiles, generateFiles, names } from '@nx/devkit';
import { join } from 'node:path';

/** Writes a page behind sign-in, its view in a feature, and the file of the request that the view shows. */
export async function generate(tree, { name, feature, operation }) {
  const { className } = names(name);
  generateFiles(tree, join(import.meta.dirname, 'files'), 'apps/web/src', { name, feature, operation, className });
  await formatFiles(tree);
}
