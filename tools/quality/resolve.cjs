// How dependency-cruiser resolves `@/…`, the alias of apps/web/tsconfig.json for its sources.
const { join } = require('node:path');

module.exports = { resolve: { alias: { '@': join(__dirname, '../../apps/web/src') } } };
