// Bundles the API's programs, with the files that they read beside them.
import { cp, rm } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { bundleOptions, root } from './bundle.mjs';

const programs = [
  'main',
  'worker',
  'migrate',
  'prepare-database',
  'backup',
  'restore',
  'verify-ledger',
  'operator',
  'write-openapi',
];
const outdir = `${root}/dist/apps/api`;
const options = bundleOptions(programs, outdir);

await rm(outdir, { recursive: true, force: true });
await cp(`${root}/apps/api/migrations`, `${outdir}/migrations`, { recursive: true });
for (const folder of ['worker', 'typst']) {
  await cp(`${root}/libs/profile-print/${folder}`, `${outdir}/profile-print/${folder}`, { recursive: true });
}
await cp(`${root}/libs/worker-pool/worker`, `${outdir}/worker-pool`, { recursive: true });
if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
