const { createRequire, isBuiltin } = require('node:module');
const { dirname, sep } = require('node:path');
const { constants, Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Packages that keep what belongs to one application: Jest loads them anew for each spec file. */
const NOT_SHARED = ['nestjs-pino'];

const scripts = new Map();
const packagePaths = new Map();

/**
 * Jest runtime: packages are loaded by Node, once in a process; files of the repository by Jest, anew for each spec file, among the
 * process's own globals. A package that a spec replaces by `jest.mock` is replaced for that file.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(...parameters) {
    super(...parameters);
    const { executor } = this;
    executor.compile = (source, filename) => compile(source, filename, executor.injectedModuleParameters);
  }

  requireModule(from, moduleName, ...rest) {
    const path = moduleName === undefined ? undefined : packagePath(from, moduleName);
    return path === undefined ? super.requireModule(from, moduleName, ...rest) : require(path);
  }
};

/** The function of a file's module, compiled once in a process as long as its source stays the same. */
function compile(source, filename, parameters) {
  const known = scripts.get(filename);
  if (known?.source === source) return known.script.runInThisContext();
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  scripts.set(filename, { source, script });
  return script.runInThisContext();
}

/** The path of a shared package's file as Node resolves it; undefined for all other modules. */
function packagePath(from, name) {
  if (name.startsWith('.') || name.startsWith('/') || isBuiltin(name) || NOT_SHARED.includes(name)) return undefined;
  const key = `${dirname(from)}\0${name}`;
  if (!packagePaths.has(key)) {
    const path = createRequire(from).resolve(name);
    packagePaths.set(key, path.includes(`${sep}node_modules${sep}`) ? path : undefined);
  }
  return packagePaths.get(key);
}
