const { project } = require('../jest.preset.cjs');

module.exports = project('infra', { testMatch: ['<rootDir>/{cost,lib}/**/*.spec.ts'] });
