const { project, sharedPackages } = require('../jest.preset.cjs');

module.exports = project('infra', {
  ...sharedPackages,
  testMatch: ['<rootDir>/{cost,lib,walk}/**/*.spec.ts'],
});
