const { project } = require('../jest.preset.cjs');

module.exports = project('infra', { testMatch: ['<rootDir>/{cost,lib,walk}/**/*.spec.ts'] });
