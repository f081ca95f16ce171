import { randomUUID } from 'node:crypto';
import type { Actor } from '@canar/actor';
import { AxeBuilder } from '@axe-core/playwright';
import { freePort, programPath } from '@canar/test-programs';
import { type APIRequestContext, type Browser, chromium, expect } from '@playwright/test';
import type { Result } from 'lighthouse';
import { subscriber } from './account';
import { seniorEngineer, test } from './fixtures';

const maxBytes = 50_000;
/** What no machine changes; the score of performance is measured by `nx run bench:lighthouse`. */
const categories = ['accessibility', 'best-practices', 'seo'];
const onlyAudits = ['cumulative-layout-shift', 'network-requests'];
/** What counts as good. */
const maxLayoutShift = 0.1;
const ownWord = randomUUID().slice(0, 8);

type Device = 'phone' | 'desktop';
/** The templates that are measured: each of the two ways in which a page is arranged, with and without a photo. */
const shown: { template: string; slug: string; photo: boolean; devices: Device[] }[] = [
  { template: 'classic', slug: `classic-${ownWord}`, photo: true, devices: ['phone', 'desktop'] },
  { template: 'modern', slug: `modern-${ownWord}`, photo: false, devices: ['phone'] },
  { template: 'creative', slug: `creative-${ownWord}`, photo: true, devices: ['phone'] },
];

let browser: Browser;
let port: number;

test.beforeAll(async ({ request }) => {
  test.skip(programPath('chromium', process.env) === null, 'There is no Chromium on this machine.');
  port = await freePort();
  const executablePath = programPath('chromium', process.env) ?? undefined;
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [`--remote-debugging-port=${port}`],
  });
  await publishAll(request);
});
test.afterAll(() => browser?.close());

for (const { template, slug, devices } of shown) {
  for (const device of devices) {
    test(`the public page in ${template} has full marks on a ${device}`, async ({ baseURL }) => {
      const result = await measured(`${baseURL}/p/${slug}`, device);
      expect({ marks: marksOf(result), lost: lostIn(result) }).toEqual({
        marks: Object.fromEntries(categories.map((category) => [category, 100])),
        lost: [],
      });
      expect(bytesOf(result, 'Script')).toBe(0);
      expect(result.audits['cumulative-layout-shift']?.numericValue).toBeLessThan(maxLayoutShift);
    });
  }

  test(`renders the public page in ${template} the same when it is opened again`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`/p/${slug}`);
    const look = () => page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).fontSize);
    const first = await look();
    await page.reload();
    expect(await look()).toBe(first);
    expect(refused).toEqual([]);
  });

  test(`keeps the public page in ${template} small and free of axe violations`, async ({ baseURL, request }) => {
    const html = await (await request.get(`/p/${slug}`)).body();
    expect(html.byteLength).toBeLessThanOrEqual(maxBytes);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`${baseURL}/p/${slug}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    }
  });
}

/** What Lighthouse finds. */
async function measured(url: string, device: Device): Promise<Result> {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const flags = {
    port,
    onlyCategories: categories,
    onlyAudits,
    logLevel: 'error' as const,
  };
  const run = await lighthouse(url, flags, device === 'desktop' ? desktopConfig : undefined);
  if (!run) throw new Error('Lighthouse gave no result.');
  return run.lhr;
}

function marksOf({ categories: judged }: Result): Record<string, number> {
  return Object.fromEntries(Object.entries(judged).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]));
}

/** The audits that took marks away, so that a failure says what to mend. */
function lostIn({ audits, categories: judged }: Result): string[] {
  const counted = Object.values(judged)
    .filter(({ score }) => (score ?? 0) < 1)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]));
  return counted.flatMap((audit) =>
    audit && audit.score !== null && audit.score < 0.9 ? [`${audit.id} ${audit.displayValue ?? ''}`] : [],
  );
}

function bytesOf({ audits }: Result, kind: string): number {
  const { items = [] } = (audits['network-requests']?.details ?? {}) as { items?: Record<string, unknown>[] };
  const sizes = items
    .filter(({ resourceType }) => resourceType === kind)
    .map(({ transferSize }) => Number(transferSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function publishAll(request: APIRequestContext): Promise<void> {
  const owner = await subscriber(request, 'Lena Vasquez');
  for (const one of shown) await publish(owner, one);
}

async function publish(owner: Actor, { template, slug, photo }: (typeof shown)[number]): Promise<void> {
  const { resume } = await seniorEngineer();
  const id = await owner.createSavedProfile(slug, { ...resume, meta: { canar: { design: { template } } } });
  if (photo) await owner.uploadPhoto(id, await portrait(), 'me.jpg');
  await owner.publish(id, slug);
}

/** A photo such as a camera gives, as far as sizes and formats go. */
async function portrait(): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1000 } });
  await page.setContent('<body style="background: linear-gradient(#1e6b52, #f6c445)"></body>');
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.close();
  return buffer;
}
