const { project } = require('../../jest.preset.cjs');

module.exports = project('local-postgres', { testTimeout: 60_000 });
