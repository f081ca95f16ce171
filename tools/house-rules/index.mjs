import { environmentInOnePlace } from './environment-in-one-place.mjs';
import { fewDependencies } from './few-dependencies.mjs';
import { noDrawers, oneDoor, roleSuffixes } from './file-names.mjs';
import { noHttpInRules, noInjectedRepository } from './imports.mjs';
import { shortFunctions } from './short-functions.mjs';

/** The house's own ESLint rules. */
export const house = {
  meta: { name: 'house' },
  rules: {
    'environment-in-one-place': environmentInOnePlace,
    'few-dependencies': fewDependencies,
    'no-drawers': noDrawers,
    'no-http-in-rules': noHttpInRules,
    'no-injected-repository': noInjectedRepository,
    'one-door': oneDoor,
    'role-suffixes': roleSuffixes,
    'short-functions': shortFunctions,
  },
};
