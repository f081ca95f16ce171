const { project, sharedPackages } = require('../jest.preset.cjs');

module.exports = project('tools', {
  ...sharedPackages,
  testMatch: ['<rootDir>/{deploy,generators,launcher,rehearsals,scripts,statement,test}/**/*.{spec,int-spec}.ts'],
});
