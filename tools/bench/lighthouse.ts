import { createRequire } from 'node:module';
import { Actor } from '@canar/actor';
import { freePort, programPath } from '@canar/test-programs';
import { type Browser, chromium } from '@playwright/test';
import { plainRow } from './figures';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';

const rounds = 5;
const templates = ['classic', 'modern', 'creative'] as const;
const devices = ['phone', 'desktop'] as const;

const method = `The senior engineer of \`@jsonresume/schema\` with a photo, published in each template by the built API, opened by
Chromium under Lighthouse with the throttling that it simulates for the device; ${rounds} rounds. Lighthouse multiplies the processor time
that it measures, so that a busy machine lowers the score. The tests assert what a machine cannot change: \`npx nx e2e web-e2e\`.`;

/** Measures how fast Lighthouse finds the public page on a phone and on a desktop. */
export async function benchLighthouse(): Promise<void> {
  const product = await MeasuredProduct.start();
  const port = await freePort();
  const executablePath = programPath('chromium', process.env) ?? undefined;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [`--remote-debugging-port=${port}`],
  });
  try {
    await publishAll(product.origin, await portrait(browser));
    const rows: Row[] = [];
    for (const template of templates) {
      for (const device of devices) {
        rows.push(...(await rowsOf(`${product.origin}/p/in-${template}`, template, device, port)));
      }
    }
    await report({ name: 'lighthouse', title: 'Lighthouse', method, rows });
  } finally {
    await browser.close();
    await product.close();
  }
}

async function rowsOf(url: string, template: string, device: (typeof devices)[number], port: number): Promise<Row[]> {
  const measured: Measurement[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure(url, device, port));
  const what = `\`${template}\`, ${device}`;
  return [
    plainRow(
      measured.map(({ score }) => score),
      { what: `${what}: performance`, show: (value) => value.toFixed(0), goal: '100', meets: (score) => score === 100 },
    ),
    plainRow(
      measured.map(({ paintMs }) => paintMs),
      { what: `${what}: largest contentful paint`, show: (value) => `${value.toFixed(0)} ms`, goal: '–' },
    ),
  ];
}

interface Measurement {
  /** of 100 */
  score: number;
  paintMs: number;
}

async function measure(url: string, device: (typeof devices)[number], port: number): Promise<Measurement> {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const flags = { port, onlyCategories: ['performance'], logLevel: 'error' as const };
  const run = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
  if (!run) throw new Error('Lighthouse gave no result.');
  const { audits, categories } = run.lhr;
  return {
    score: Math.round((categories['performance']?.score ?? 0) * 100),
    paintMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
  };
}

async function publishAll(origin: string, photo: Buffer): Promise<void> {
  const resume = createRequire(__filename)('@jsonresume/schema/examples/senior-engineer.resume.json') as object;
  const owner = await Actor.subscriber(origin, { name: 'Lena Vasquez' });
  for (const template of templates) {
    const document = { ...resume, meta: { canar: { design: { template } } } };
    const id = await owner.createSavedProfile(template, document);
    await owner.uploadPhoto(id, photo, 'me.jpg');
    await owner.publish(id, `in-${template}`);
  }
}

/** A photo with the size and format of a camera's. */
async function portrait(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1000 } });
  await page.setContent('<body style="background: linear-gradient(#1e6b52, #f6c445)"></body>');
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.close();
  return buffer;
}
