// Bundles the API's programs. esbuild drops decorator metadata, so swc compiles each file first; packages stay external.
import { cp, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outdir = `${root}/dist/apps/api`;
const { compilerOptions } = JSON.parse(await readFile(`${root}/tsconfig.base.json`, 'utf8'));
const alias = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [path]]) => [name, `${root}/${path}`]),
);

const decorators = {
  name: 'decorators',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, tsx: path.endsWith('x') },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const options = {
  absWorkingDir: root,
  entryPoints: [
    'main',
    'worker',
    'migrate',
    'prepare-database',
    'backup',
    'restore',
    'verify-ledger',
    'write-openapi',
  ].map((name) => `apps/api/src/${name}.ts`),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias,
  keepNames: true,
  sourcemap: true,
  plugins: [decorators],
  logLevel: 'warning',
};

await rm(outdir, { recursive: true, force: true });
await cp(`${root}/apps/api/migrations`, `${outdir}/migrations`, { recursive: true });
for (const folder of ['worker', 'typst']) {
  await cp(`${root}/libs/profile-print/${folder}`, `${outdir}/profile-print/${folder}`, { recursive: true });
}
await cp(`${root}/libs/worker-pool/worker`, `${outdir}/worker-pool`, { recursive: true });
if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
