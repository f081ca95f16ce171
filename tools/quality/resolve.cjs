// How dependency-cruiser resolves `@/…`, the alias that apps/web/tsconfig.json gives its own sources.
const { join } = require('node:path');

module.exports = { resolve: { alias: { '@': join(__dirname, '../../apps/web/src') } } };
