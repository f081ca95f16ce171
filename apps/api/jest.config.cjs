const { project, sharedPackages } = require('../../jest.preset.cjs');

module.exports = project('api', {
  ...sharedPackages,
  maxWorkers: 2, // Jest takes one less than there are cores; this is the longest suite, and others end before it
  globalSetup: '<rootDir>/src/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.ts',
});
