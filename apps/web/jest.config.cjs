const { project } = require('../../jest.preset.cjs');

const config = project('web', { testEnvironment: 'jsdom' });

module.exports = { ...config, moduleNameMapper: { ...config.moduleNameMapper, '^@/(.*)$': '<rootDir>/src/$1' } };
