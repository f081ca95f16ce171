import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const NEST = ['module', 'controller', 'guard', 'strategy', 'decorator', 'filter', 'interceptor', 'pipe'];
const ROLES = [...NEST, 'dto', 'entity', 'repository', 'errors', 'spec', 'int-spec', 'e2e-spec'];
const TOOL_ENDINGS = ['config', 'preset', 'd', 'gen'];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DRAWERS = ['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc'];
const DOORS = /^(apps\/api\/src\/[^/]+|apps\/web\/src\/features\/[^/]+|libs\/[^/]+\/src|tools\/[^/]+)\/index\.\w+$/;

/** The file's path from the workspace's root, split into folders and the name's dotted parts without the extension. */
function partsOf(context) {
  const path = relative(ROOT, context.filename).split(sep).join('/');
  const folders = path.split('/');
  const [name, ...endings] = folders.pop().replace(/^\./, '').split('.').slice(0, -1);
  return { path, folders, name, endings };
}

/** A rule that looks at where a file stands and what it is called, and at nothing inside it. */
function aboutNames(description, problemOf) {
  return {
    meta: { type: 'problem', docs: { description }, messages: { name: '{{problem}}' }, schema: [] },
    create: (context) => ({
      Program(node) {
        const problem = problemOf(partsOf(context));
        if (problem) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'name', data: { problem } });
      },
    }),
  };
}

/** `verb-noun.ts`, or `noun.role.ts` with a role from the closed list. */
export const roleSuffixes = aboutNames('A file is kebab-case and its suffix is on the closed list.', (file) => {
  if (!KEBAB.test(file.name)) return `"${file.name}" is not kebab-case.`;
  const stranger = file.endings.find((ending) => !ROLES.includes(ending) && !TOOL_ENDINGS.includes(ending));
  return stranger && `".${stranger}" is not a role. The closed list: ${ROLES.map((role) => `.${role}`).join(' ')}.`;
});

/** Things are kept under the trade's nouns, not in drawers. */
export const noDrawers = aboutNames('No utils, helpers, common or shared.', ({ folders, name }) => {
  const drawer = [...folders, name].find((part) => DRAWERS.includes(part));
  return drawer && `"${drawer}" is a drawer. Name the thing after what it does.`;
});

/** A module, a web feature and a lib each have one door. */
export const oneDoor = aboutNames(
  'index files stand at the root of a module, feature or lib only.',
  ({ path, name }) => {
    return name === 'index' && !DOORS.test(path) && 'A barrel below the module root hides what depends on what.';
  },
);
