const { project } = require('../jest.preset.cjs');

module.exports = project('tools', {
  testMatch: ['<rootDir>/{backup,deploy-rehearsal,launcher,statement,test}/**/*.{spec,int-spec}.ts'],
  testTimeout: 60_000,
});
