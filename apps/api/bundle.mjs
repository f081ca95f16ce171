// How the API's programs are bundled. esbuild drops decorator metadata, so swc compiles each file first; packages stay external.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
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

/**
 * The options of esbuild. What is imported when it is needed (`await import`) becomes a file of its own beside the programs.
 * @param programs the names of files in src
 * @param outdir where their bundles are written
 */
export const bundleOptions = (programs, outdir) => ({
  absWorkingDir: root,
  entryPoints: programs.map((name) => `apps/api/src/${name}.ts`),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias,
  keepNames: true,
  sourcemap: true,
  plugins: [decorators],
  logLevel: 'warning',
});
