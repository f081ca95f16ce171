import { buildSync } from 'esbuild';
import { join } from 'node:path';

describe('the entry of the editor', () => {
  it('bundles the editor without the server renderer', () => {
    const { metafile } = buildSync({
      entryPoints: [join(__dirname, 'index.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm' as const,
      logLevel: 'silent' as const,
    });
    expect(Object.keys(metafile.inputs).filter((path) => path.includes('react-dom'))).toEqual([]);
  });
});
