const { project } = require('../jest.preset.cjs');

module.exports = project('tools', {
  testMatch: ['<rootDir>/{launcher,test}/**/*.{spec,int-spec}.ts'],
  testTimeout: 60_000,
});
