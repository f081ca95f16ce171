const { project } = require('../jest.preset.cjs');

module.exports = project('infra', { testMatch: ['<rootDir>/lib/**/*.spec.ts'] });
