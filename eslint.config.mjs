// Rules for files and their contents. Each rule in a block whose name begins with "rules" has a fixture in tools/quality/fixtures.
// Rules that need types are in .oxlintrc.json: oxlint asks the native compiler, in a fifth of the time.
import nx from '@nx/eslint-plugin';
import next from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';
import checkFile from 'eslint-plugin-check-file';
import n from 'eslint-plugin-n';
import {
  ignored,
  indexFiles,
  markup,
  nextPages,
  product,
  readsTheEnvironment,
  tables,
  tests,
  toolConfigs,
} from './tools/quality/files.mjs';
import { projectGraph } from './tools/quality/project-graph.mjs';
import {
  CAN_PARSE,
  catchAllNames,
  fileNames,
  importsEverywhere,
  importsOfUseCases,
  importsWithEnvironment,
  syntaxEverywhere,
  syntaxOfEdgeFunctions,
  syntaxOfUseCases,
  syntaxOfWebsite,
  syntaxWithEnvironment,
} from './tools/quality/restrictions.mjs';
import { canar } from './tools/quality/rules/index.mjs';

const everything = ['**/*.{ts,tsx,mts,js,mjs,cjs}'];
const typescript = ['**/*.{ts,tsx,mts}'];
const accessibility = next.find((block) => block.plugins?.['jsx-a11y']).plugins['jsx-a11y'].flatConfigs.recommended
  .rules;

export default [
  { ignores: ignored },
  ...tseslint.configs.recommended.map((block) => ({ ...block, files: typescript })),
  ...next.map((block) => ({ ...block, files: markup, settings: { ...block.settings, next: { rootDir: 'apps/web' } } })),
  {
    name: 'templates are rendered by React alone, and an export has no image optimizer',
    files: markup,
    rules: { '@next/next/no-img-element': 'off', '@next/next/no-head-element': 'off' },
  },
  {
    name: 'the public page is rendered without Next.js',
    files: ['libs/profile-templates/src/public-page.tsx'],
    rules: { '@next/next/no-head-element': 'off' },
  },
  {
    name: 'accessibility',
    files: ['apps/web/src/**/*.tsx', 'libs/profile-templates/src/**/*.tsx'],
    rules: accessibility,
  },
  {
    name: 'language of TypeScript',
    files: typescript,
    languageOptions: { parser: tseslint.parser },
  },
  {
    name: 'rules: every file',
    files: everything,
    plugins: { canar, n, 'check-file': checkFile, '@nx': nx },
    linterOptions: { noInlineConfig: true },
    rules: {
      'canar/folder-size': ['error', { max: 25 }],
      'check-file/filename-blocklist': ['error', ...catchAllNames],
      'check-file/filename-naming-convention': ['error', ...fileNames],
      'check-file/no-index': 'error',
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'n/no-process-env': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-imports': importsEverywhere,
      'no-restricted-properties': ['error', CAN_PARSE],
      'no-restricted-syntax': syntaxEverywhere,
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
    },
  },
  {
    name: 'rules: TypeScript',
    files: typescript,
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'rules: product code',
    files: product,
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        // Its entry point for the server has React and loads at the first page; the other one has the names of the templates.
        { allow: [], depConstraints: projectGraph, checkDynamicDependenciesExceptions: ['@canar/profile-templates'] },
      ],
    },
  },
  {
    name: 'rules: use cases and domain',
    files: ['apps/api/src/**/{use-cases,domain}/**/*.ts'],
    rules: { 'max-params': ['error', { max: 5 }], 'no-restricted-imports': importsOfUseCases },
  },
  {
    name: 'rules: use cases',
    files: ['apps/api/src/**/use-cases/*.ts'],
    rules: { 'no-restricted-syntax': syntaxOfUseCases },
  },
  {
    name: 'rules: the website calls the API through its client',
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-restricted-syntax': syntaxOfWebsite },
  },
  {
    name: 'rules: functions that CloudFront runs',
    files: ['infra/lib/edge/site-paths.js'],
    rules: { 'no-restricted-syntax': syntaxOfEdgeFunctions },
  },
  {
    name: 'rules: tests, and where the environment is read',
    files: [...readsTheEnvironment, ...tests, ...toolConfigs],
    rules: {
      'n/no-process-env': 'off',
      'no-restricted-imports': importsWithEnvironment,
      'no-restricted-syntax': syntaxWithEnvironment,
    },
  },
  {
    name: 'the one reader of the mailbox of the tests',
    files: ['apps/api/src/platform/testing/captured-mails.ts'],
    rules: { 'no-restricted-syntax': syntaxEverywhere },
  },
  {
    name: 'default exports',
    files: [...toolConfigs, ...nextPages],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'names that a tool prescribes',
    files: toolConfigs,
    rules: { 'check-file/filename-naming-convention': 'off' },
  },
  { name: 'entry files', files: indexFiles, rules: { 'check-file/no-index': 'off' } },
  { name: 'tables', files: tables, rules: { 'max-lines': 'off' } },
  { name: 'tests', files: tests, rules: { 'max-lines-per-function': 'off' } },
];
