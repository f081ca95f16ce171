import { formatFiles, generateFiles, names } from '@nx/devkit';
import { basename, join, posix } from 'node:path';

const SOURCES = 'apps/api/src';

/** Writes a use case, its controller, response and spec, and registers them in the nearest module above. */
export async function generate(tree, { name, module }) {
  const folder = `${SOURCES}/${module}`;
  const moduleFile = moduleFileAbove(tree, folder);
  const { className, propertyName } = names(name);
  const auth = callerFile(tree);
  generateFiles(tree, join(import.meta.dirname, 'files'), folder, {
    name,
    className,
    propertyName,
    tag: module.split('/')[0],
    summary: className.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    fromUseCases: posix.relative(`${folder}/use-cases`, SOURCES),
    caller: module.startsWith('auth')
      ? posix.relative(folder, auth).replace(/^(?!\.)/, './')
      : `${posix.relative(folder, SOURCES)}/auth`,
  });
  const fromModule = `./${posix.relative(posix.dirname(moduleFile), folder)}/`.replace('.//', './');
  let source = tree.read(moduleFile, 'utf8');
  source = listed(source, 'controllers', `${className}Controller`, `${fromModule}${name}.controller`);
  source = listed(source, 'providers', className, `${fromModule}use-cases/${name}`);
  tree.write(moduleFile, source);
  await formatFiles(tree);
}

/** The module file of a folder, or of the nearest folder above it that has one. */
function moduleFileAbove(tree, folder) {
  const file = `${folder}/${basename(folder)}.module.ts`;
  if (tree.exists(file)) return file;
  if (folder === SOURCES || !folder.includes('/')) throw new Error('There is no module at or above this folder.');
  return moduleFileAbove(tree, posix.dirname(folder));
}

/** The file from which auth's index exports the decorator of the caller; auth itself imports it from there. */
function callerFile(tree) {
  const [, path] = /CurrentCaller[^}]*\} from '\.\/([^']+)'/.exec(tree.read(`${SOURCES}/auth/index.ts`, 'utf8'));
  return `${SOURCES}/auth/${path}`;
}

/** A module's source with one more class in one of its lists, and its import after the last one. */
function listed(source, list, className, path) {
  const start = new RegExp(`^  ${list}: \\[`, 'm');
  const withList = start.test(source) ? source : source.replace('@Module({', `@Module({\n  ${list}: [],`);
  const extended = withList.replace(start, `  ${list}: [${className}, `);
  const imports = extended.lastIndexOf('\nimport ');
  const end = extended.indexOf(';\n', imports) + 2;
  return `${extended.slice(0, end)}import { ${className} } from '${path}';\n${extended.slice(end)}`;
}
