import { formatFiles, generateFiles, names } from '@nx/devkit';
import { join, posix } from 'node:path';

/** Writes a CDK construct and its spec. */
export async function generate(tree, { name, folder = '.' }) {
  const target = posix.join('infra/lib/constructs', folder);
  const { className } = names(name);
  generateFiles(tree, join(import.meta.dirname, 'files'), target, {
    name,
    className,
    stages: `${posix.relative(target, 'infra/lib')}/stages`,
  });
  await formatFiles(tree);
}
