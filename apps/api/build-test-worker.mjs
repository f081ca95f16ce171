// Bundles the program of the worker processes for the tests of the API, which run the sources of everything else.
import { build } from 'esbuild';
import { bundleOptions, root } from './bundle.mjs';

await build(bundleOptions(['worker'], `${root}/dist/api-test-worker`));
