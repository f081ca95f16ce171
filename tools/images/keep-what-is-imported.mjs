// Removes from node_modules the packages that a built program does not import: those of the site and of the build do not
// belong in the API's image. Use it only on a disposable node_modules. Usage: node tools/images/keep-what-is-imported.mjs
// FOLDER
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder holds the built program?');

const {
  dependencies,
  devDependencies: _built,
  scripts: _commands,
  ...rest
} = JSON.parse(readFileSync('package.json', 'utf8'));
const programs = readdirSync(folder, { recursive: true }).filter((path) => /\.[cm]?js$/.test(path));
const source = programs.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n');

const namedInQuotes = (name) => ['"', "'", '`'].some((quote) => source.includes(quote + name));

/** A package is needed when the program contains its name or a path in it, or composes a name in its scope: `@scope/${…}`. */
function isNeeded(name) {
  const [scope] = name.split('/');
  const madeUp = scope.startsWith('@') && source.includes(`\`${scope}/\${`);
  return madeUp || ['"', "'", '`', '/'].some((end) => namedInQuotes(name + end));
}

const kept = Object.fromEntries(Object.entries(dependencies).filter(([name]) => isNeeded(name)));

writeFileSync('package.json', JSON.stringify({ ...rest, dependencies: kept }, null, 2));
console.log(
  `Keeping ${Object.keys(kept).length} of ${Object.keys(dependencies).length} packages: ${Object.keys(kept).join(', ')}`,
);
const { status } = spawnSync('npm', ['prune', '--omit=dev', '--ignore-scripts', '--offline'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
