const { project } = require('../jest.preset.cjs');

module.exports = project('tools-e2e', { testMatch: ['<rootDir>/launcher/*.e2e-spec.ts'] });
