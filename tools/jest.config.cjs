const { project } = require('../jest.preset.cjs');

module.exports = project('tools', {
  testMatch: ['<rootDir>/{deploy-rehearsal,launcher,test}/**/*.{spec,int-spec}.ts'],
  testTimeout: 60_000,
});
