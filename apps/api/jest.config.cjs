const { project, sharedPackages } = require('../../jest.preset.cjs');

module.exports = project('api', {
  ...sharedPackages,
  globalSetup: '<rootDir>/src/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.ts',
});
