import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Actor } from '@canar/actor';
import { Product } from '../product/product';

/** What only some installations or few requests need, or child processes alone. */
const loadedLater = [
  '@aws-sdk/client-s3',
  '@aws-sdk/client-sesv2',
  '@simplewebauthn/server',
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  'docx',
  'nodemailer',
  'openid-client',
  'pdfjs-dist',
  'razorpay',
  'sharp',
  'stripe',
];

const folder = mkdtempSync(join(tmpdir(), 'canar-start-'));
const recorded = join(folder, 'scripts');
const loaded = (name: string) => readFileSync(recorded, 'utf8').includes(`/node_modules/${name}/`);

describe('the start of the API', () => {
  let product: Product;

  beforeAll(async () => {
    const recorder = pathToFileURL(join(__dirname, 'record-scripts.mjs')).href;
    product = await Product.prepare({ NODE_OPTIONS: `--import ${recorder}`, RECORDED_SCRIPTS: recorded });
  });
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true });
  });

  it('loads no package that only some requests or installations need', async () => {
    const api = await product.startApi();
    expect(loaded('@nestjs/core')).toBe(true);
    expect(loadedLater.filter(loaded)).toEqual([]);

    await new Actor(api.origin).register();
    expect(loadedLater.filter(loaded)).toEqual(['@zxcvbn-ts/core', '@zxcvbn-ts/language-common']);
  });
});
