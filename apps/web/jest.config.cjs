const { join } = require('node:path');
const { project } = require('../../jest.preset.cjs');

const config = project('web', {
  testEnvironment: join(__dirname, 'jest-environment.cjs'),
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
});

module.exports = { ...config, moduleNameMapper: { ...config.moduleNameMapper, '^@/(.*)$': '<rootDir>/src/$1' } };
