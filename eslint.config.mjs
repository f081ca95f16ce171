// The house rules. Each rule named in a block whose name starts with "house" has a planted violation in tools/boundary-probes.
import nx from '@nx/eslint-plugin';
import next from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';
import { house } from './tools/house-rules/index.mjs';
import {
  markup,
  nextPages,
  product,
  readsTheEnvironment,
  tests,
  toolConfigs,
  untouched,
} from './tools/house-rules/places.mjs';
import { projectGraph } from './tools/house-rules/project-graph.mjs';

const everything = ['**/*.{ts,tsx,mts,js,mjs,cjs}'];
const typescript = ['**/*.{ts,tsx,mts}'];
const accessibility = next.find((block) => block.plugins?.['jsx-a11y']).plugins['jsx-a11y'].flatConfigs.recommended
  .rules;

export default [
  { ignores: untouched },
  ...tseslint.configs.recommended.map((block) => ({ ...block, files: typescript })),
  ...next.map((block) => ({ ...block, files: markup, settings: { ...block.settings, next: { rootDir: 'apps/web' } } })),
  {
    name: 'templates are drawn by React alone, and an export has no image optimizer',
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
    name: 'house: every file',
    files: everything,
    plugins: { house, '@nx': nx },
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'house/environment-in-one-place': 'error',
      'house/few-dependencies': 'error',
      'house/no-drawers': 'error',
      'house/no-injected-repository': 'error',
      'house/one-door': 'error',
      'house/role-suffixes': 'error',
      'house/short-functions': 'error',
    },
  },
  {
    name: 'house: TypeScript',
    files: typescript,
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'house: product code, with types',
    files: product,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: projectGraph }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'house: use cases and domain',
    files: ['apps/api/src/*/{use-cases,domain}/**/*.ts'],
    rules: { 'house/no-http-in-rules': 'error' },
  },
  {
    name: 'the environment is read here',
    files: [...readsTheEnvironment, ...tests, ...toolConfigs],
    rules: { 'house/environment-in-one-place': 'off' },
  },
  { name: 'default exports', files: [...toolConfigs, ...nextPages], rules: { 'no-restricted-exports': 'off' } },
];
