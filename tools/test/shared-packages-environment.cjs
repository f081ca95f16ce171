const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { TestEnvironment: NodeEnvironment } = require('jest-environment-node');
const { ModuleMocker } = require('jest-mock');

/**
 * The storages that the present spec file has used. Node copies the value of each used one to every promise, for ever: without an end to
 * them, each spec file makes the next ones slower.
 */
const usedStorages = new Set();
for (const name of ['run', 'enterWith']) {
  const method = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...parameters) {
    usedStorages.add(this);
    return method.apply(this, parameters);
  };
}

/** Where Jest and decorators keep what belongs to one spec file. */
const STATE_OF_FILE = [Symbol.for('EVENT_HANDLERS'), 'typeormMetadataArgsStorage', 'classValidatorMetadataStorage'];

/**
 * Jest environment: a spec file runs among the process's own globals, so that a package loaded once serves every file (see
 * `shared-packages-runtime.cjs`). Afterwards the globals of before, `process` and the environment variables are as they were.
 */
module.exports = class SharedPackagesEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    this.former = { globals: ownProperties(globalThis), process: ownProperties(process), env: { ...process.env } };
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: config.projectConfig, global: globalThis });
  }

  async teardown() {
    await super.teardown();
    for (const storage of usedStorages) storage.disable();
    usedStorages.clear();
    restore(globalThis, this.former.globals);
    restore(process, this.former.process);
    for (const name of Object.keys(process.env)) if (!(name in this.former.env)) delete process.env[name];
    Object.assign(process.env, this.former.env);
    for (const key of STATE_OF_FILE) delete globalThis[key];
  }
};

function ownProperties(object) {
  return new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));
}

function restore(object, former) {
  for (const [key, descriptor] of former)
    if (descriptor.configurable && Object.getOwnPropertyDescriptor(object, key)?.value !== descriptor.value)
      Object.defineProperty(object, key, descriptor);
}
