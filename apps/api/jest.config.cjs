const { project } = require('../../jest.preset.cjs');

module.exports = project('api', {
  globalSetup: '<rootDir>/src/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.ts',
  testTimeout: 30_000, // ends what hangs: beside a build on a small machine the largest specs need more than Jest's five seconds
});
