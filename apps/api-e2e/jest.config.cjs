const { project } = require('../../jest.preset.cjs');

module.exports = project('api-e2e', {
  testMatch: ['<rootDir>/src/**/*.e2e-spec.ts'],
  globalSetup: '<rootDir>/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
  testTimeout: 600_000, // ends what hangs; the longest spec takes a minute
  maxWorkers: 1, // each spec runs several processes of its own
});
