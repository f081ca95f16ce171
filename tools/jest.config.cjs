const { project } = require('../jest.preset.cjs');

module.exports = project('tools', {
  testMatch: ['<rootDir>/{deploy,generators,launcher,rehearsals,scripts,statement,test}/**/*.{spec,int-spec}.ts'],
});
