import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentOf, workspace } from '../product/built-programs';
import { Product } from '../product/product';
import { compared, readTour, scriptOf } from './tour';

const steps = readTour(readFileSync(join(workspace, 'docs/api-tour.md'), 'utf8'));

let product: Product;
let folder: string;
/** What stopped the shell before the end; empty when nothing did. */
let stopped = '';

beforeAll(async () => {
  product = await Product.prepare();
  folder = await mkdtemp(join(tmpdir(), 'canar-tour-'));
  const { origin } = await product.startApi();
  const env = environmentOf({ BASE: origin, TMPDIR: folder });
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', scriptOf(steps, folder)], { cwd: workspace, env }).catch(
    (error: { stderr?: string }) => (stopped = error.stderr || 'a command failed without a word'),
  );
});
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

describe('docs/api-tour.md', () => {
  it.each(steps.map((step, place) => ({ ...step, place })))('line $line: $section', async ({ place, ...step }) => {
    const printed = await readFile(join(folder, String(place)), 'utf8').catch(() => `never ran: ${stopped}`);
    expect(compared(step, printed)).toEqual(step.prints.length > 0 ? step.prints : ['']);
  });

  it('docs/api-tour.md runs to its end', () => {
    expect(stopped).toBe('');
  });
});
