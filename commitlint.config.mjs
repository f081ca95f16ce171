const MODULES = ['auth', 'credits', 'billing', 'profiles', 'platform'];
const APPS = ['api', 'web', 'api-e2e', 'web-e2e', 'infra'];
const LIBS = ['profile-document', 'profile-templates', 'profile-print', 'api-client', 'api-env', 'local-postgres'];
const STACKS = ['account', 'delivery', 'networking', 'data', 'compute', 'cdn', 'observability'];
const HOUSE = ['workspace', 'launcher', 'images', 'tools', 'docs', 'ci', 'deps'];

/** Conventional commits: the scope is what the commit is about, the body says why. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
    'scope-empty': [2, 'never'],
    'scope-enum': [2, 'always', [...MODULES, ...APPS, ...LIBS, ...STACKS, ...HOUSE]],
  },
};
