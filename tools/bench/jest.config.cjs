const { project } = require('../../jest.preset.cjs');

module.exports = project('bench', { testMatch: ['<rootDir>/**/*.spec.ts'] });
