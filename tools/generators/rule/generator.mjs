import { formatFiles, generateFiles, names } from '@nx/devkit';
import { join } from 'node:path';

const QUALITY = 'tools/quality';
const CONFIG = 'eslint.config.mjs';

/** Writes a custom ESLint rule and its fixture, and switches it on for every file. */
export async function generate(tree, { name }) {
  const { propertyName } = names(name);
  generateFiles(tree, join(import.meta.dirname, 'files'), QUALITY, { name, propertyName });
  const index = tree.read(`${QUALITY}/rules/index.mjs`, 'utf8');
  tree.write(
    `${QUALITY}/rules/index.mjs`,
    `import { ${propertyName} } from './${name}.mjs';\n${index.replace('rules: {', `rules: { '${name}': ${propertyName},`)}`,
  );
  const config = tree.read(CONFIG, 'utf8');
  tree.write(
    CONFIG,
    config.replace("    rules: {\n      'canar/", `    rules: {\n      'canar/${name}': 'error',\n      'canar/`),
  );
  await formatFiles(tree);
}
