// The kinds of files that the rules distinguish, as patterns relative to the workspace's root.

/** Built, generated or a rule's fixture: no rule applies. */
export const ignored = [
  '**/node_modules/**',
  '**/dist/**',
  '**/out/**',
  '**/.next/**',
  '**/cdk.out/**',
  '**/coverage/**',
  '**/*.gen.ts',
  '**/*.d.{ts,mts}',
  '.nx/**',
  '.canar/**',
  'tools/quality/fixtures/**',
];

/** Product code in TypeScript: everything a tsconfig.json includes. */
export const product = ['{apps,libs}/*/src/**/*.{ts,tsx}', 'infra/{bin,lib}/**/*.ts', 'tools/*/**/*.ts'];

/** Tests of every tier and their helpers. */
export const tests = [
  '**/*.{spec,int-spec,e2e-spec}.{ts,tsx,mjs}',
  'apps/*-e2e/**',
  '**/testing.ts',
  '**/testing/**',
  'apps/api/src/test-app.ts',
];

/** Files whose path, name or default export a tool prescribes. */
export const toolConfigs = [
  '**/*.config.{ts,mts,js,mjs,cjs}',
  '**/.*.cjs',
  '**/*.preset.cjs',
  '**/global-{setup,teardown}.ts',
];

/** The files whose default export Next.js looks for. */
export const nextPages = [
  'apps/web/src/app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found,default}.tsx',
  'apps/web/src/app/**/{sitemap,robots,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}',
];

/** Code that a browser runs: no Node.js in it. */
export const markup = ['apps/web/src/**/*.{ts,tsx}', 'libs/profile-templates/src/**/*.{ts,tsx}'];

/** The environment's schema, the programs that pass it on, and programs that start others. */
export const readsTheEnvironment = [
  'libs/api-env/**',
  'apps/api/src/{main,migrate,prepare-database}.ts',
  'libs/profile-print/contact-sheets/*.ts',
  'tools/**',
  '**/*.mjs',
];

/** The index files of modules, libraries and tools: a barrel below them would hide dependencies. */
export const indexFiles = ['apps/api/src/*/index.ts', 'libs/*/src/index.ts', 'tools/*/{index,*/index}.{ts,mjs}'];

/** Tables and word lists, whose length depends on their contents. */
export const tables = ['**/{cv-headings,alarm-list,written-periods}.ts'];
