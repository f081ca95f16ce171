const MODULES = ['auth', 'credits', 'billing', 'profiles', 'publishing', 'statistics', 'platform'];
const PLATFORM = ['config', 'database', 'cache', 'storage', 'mail', 'jobs', 'http', 'observability', 'heavy-work'];
const APPS = ['api', 'web', 'api-e2e', 'web-e2e', 'infra'];
const LIBS = [
  'actor',
  'profile-document',
  'profile-templates',
  'profile-import',
  'profile-print',
  'api-client',
  'api-env',
  'api-metrics',
  'languages',
  'local-postgres',
  'test-programs',
  'worker-pool',
];
const STACKS = ['account', 'delivery', 'networking', 'data', 'compute', 'cdn', 'observability'];
const REPOSITORY = ['workspace', 'launcher', 'images', 'tools', 'docs', 'ci', 'deps'];

/** Conventional commits: the scope is what the commit is about, the body says why. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'body-max-line-length': [0],
    'header-max-length': [2, 'always', 72],
    'footer-max-line-length': [0],
    'subject-case': [0],
    'scope-empty': [2, 'never'],
    'scope-enum': [2, 'always', [...MODULES, ...PLATFORM, ...APPS, ...LIBS, ...STACKS, ...REPOSITORY]],
  },
};
