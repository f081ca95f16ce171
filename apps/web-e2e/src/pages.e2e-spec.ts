import { randomInt } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { currentConsents } from '@canar/api-client';
import { type Locale, locales, localePath } from '@canar/languages';
import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { test } from './fixtures';

/** Where a person who is not signed in can go. */
const openPages = [
  '/',
  '/pricing/',
  '/sample/',
  '/sample/creative/',
  '/terms/',
  '/privacy/',
  '/refunds/',
  '/contact/',
  '/imprint/',
  '/status/',
  '/changelog/',
  '/help/',
  '/sign-up/',
  '/sign-in/',
  '/sign-in/link/',
  '/sign-in/google/',
  '/sign-in/github/',
  '/forgot-password/',
  '/reset-password/',
  '/verify-email/',
  '/change-email/',
  '/undo-email-change/',
  '/invitation/',
  '/no-such-page/',
];

/** The pages behind sign-in. */
const signedInPages = ['/start/', '/profiles/', '/plans/', '/credits/', '/billing/', '/settings/', '/statistics/'];

const person = { name: 'Asha Rao', email: 'asha@example.in', password: 'another quiet bird on paper' };

/** How a page is shown. Without motion, because colours that change under axe are measured half way. */
interface Setting {
  locale: Locale;
  colorScheme: 'light' | 'dark';
  width: number;
}
const schemes = ['light', 'dark'] as const;
const widths = [375, 768, 1280];
const everySetting = process.env['PAGES_SETTINGS'] === 'all';
if (everySetting) test.setTimeout(3_600_000);
const seed = Number(process.env['PAGES_SEED'] ?? randomInt(2 ** 31));

/** Every setting of each page in English, Hindi and Tamil (`nx run web-e2e:pages`), or one for each page, drawn by the seed from all languages. */
function settingsOf(pages: readonly string[]): [string, Setting][] {
  if (everySetting) {
    const all = (['en', 'hi', 'ta'] as const).flatMap((locale) =>
      schemes.flatMap((colorScheme) => widths.map((width) => ({ locale, colorScheme, width }))),
    );
    return pages.flatMap((page) => all.map((setting): [string, Setting] => [page, setting]));
  }
  console.log(`Settings of pages: seed ${seed}`);
  const any = fc.record({
    locale: fc.constantFrom(...locales),
    colorScheme: fc.constantFrom(...schemes),
    width: fc.constantFrom(...widths),
  });
  const drawn = fc.sample(any, { seed, numRuns: pages.length });
  return drawn.map((setting, index): [string, Setting] => [pages[index] ?? '', setting]);
}

/** Collects what a browser reports while a page loads: errors, rejected scripts and styles, failed requests of ours. */
function reportedErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    const expected = /status of (401|404)/.test(message.text());
    if (message.type() === 'error' && !expected) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Looks for what axe finds, then for a page that scrolls sideways on a small phone. */
async function expectWellMade(page: Page, path: string, { locale, colorScheme, width }: Setting): Promise<void> {
  const shown = `${localePath(locale, path)} in ${colorScheme} at ${width} px`;
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(localePath(locale, path), { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect.soft(violations.map(({ id, nodes }) => `${shown}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect.soft(`${shown} scrolls sideways at 320 px: ${wide}`).toBe(`${shown} scrolls sideways at 320 px: false`);
}

test('every open page keeps its content policy, passes axe and fits a small phone', async ({ page }) => {
  const errors = reportedErrors(page);
  for (const [path, setting] of settingsOf(openPages)) await expectWellMade(page, path, setting);
  expect(errors).toEqual([]);
});

test('every page behind sign-in keeps its content policy, passes axe and fits a phone', async ({ page, request }) => {
  const answer = await request.post('/api/register', { data: { ...person, consents: currentConsents } });
  if (answer.status() === 409) await request.post('/api/login', { data: person });
  const { cookies } = await request.storageState();
  await page.context().addCookies(cookies);
  const errors = reportedErrors(page);
  for (const [path, setting] of settingsOf(signedInPages)) await expectWellMade(page, path, setting);
  expect(errors).toEqual([]);
});

test('opens the sample in each template from the landing and sample pages', async ({ page }) => {
  await page.goto('/');
  const shown = page.getByRole('region', { name: /templates/ }).getByRole('link');
  const strip = page.getByRole('navigation', { name: 'Template' });
  const names = await shown.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const name of names) {
    await page.goto('/');
    await shown.filter({ hasText: name }).click();
    await expect(strip.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meenakshi Iyer');
  }
  expect(await strip.getByRole('link').allInnerTexts()).toEqual(names);
});

test('shows the prices that the API charges', async ({ page, request }) => {
  const { plans, topUp } = (await (await request.get('/api/subscription/plans')).json()) as {
    plans: { name: string; credits: number; price: { amount: number } }[];
    topUp: { price: { amount: number }; credits: number };
  };
  const rupees = (paise: number) => `₹${(paise / 100).toLocaleString('en-IN')}`;
  await page.goto('/pricing/');
  const text = await page.locator('main').innerText();
  expect(plans).toHaveLength(2);
  for (const { name, credits, price } of plans) {
    expect(text).toContain(name);
    expect(text).toContain(rupees(price.amount));
    expect(text).toContain(credits.toLocaleString('en-IN'));
  }
  expect(text).toContain(rupees(topUp.price.amount));
});
