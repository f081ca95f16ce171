const { project } = require('../jest.preset.cjs');

module.exports = project('tools', {
  testMatch: [
    '<rootDir>/{backup,deploy,deploy-rehearsal,launcher,requirements,statement,test,workflows}/**/*.{spec,int-spec}.ts',
  ],
  testTimeout: 60_000,
});
