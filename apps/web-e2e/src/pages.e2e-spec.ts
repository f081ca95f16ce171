import { AxeBuilder } from '@axe-core/playwright';
import { currentConsents } from '@canar/api-client';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';

/** Where a person who is not signed in can go, in several languages; Tamil has the longest words. */
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
  '/ta/sign-in/github/',
  '/forgot-password/',
  '/reset-password/',
  '/verify-email/',
  '/change-email/',
  '/undo-email-change/',
  '/invitation/',
  '/hi/',
  '/hi/pricing/',
  '/hi/privacy/',
  '/hi/sign-in/',
  '/ta/',
  '/ta/pricing/',
  '/ta/sign-up/',
  '/kn/privacy/',
  '/hi/forgot-password/',
  '/no-such-page/',
];

/** The pages behind sign-in. */
const signedInPages = ['/start/', '/profiles/', '/plans/', '/credits/', '/billing/', '/settings/', '/statistics/'];

const person = { name: 'Asha Rao', email: 'asha@example.in', password: 'another quiet bird on paper' };

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

async function expectAccessible(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
}

/** In light, then in dark, then on a small phone. */
async function expectWellMade(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectAccessible(page, path);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.reload({ waitUntil: 'networkidle' }); // colours that change under axe are measured half way
  await expectAccessible(page, `${path} in dark`);
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(`${path} scrolls sideways at 320 px: ${wide}`).toBe(`${path} scrolls sideways at 320 px: false`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('every open page keeps its content policy, passes axe and fits a small phone', async ({ page }) => {
  const errors = reportedErrors(page);
  for (const path of openPages) await expectWellMade(page, path);
  expect(errors).toEqual([]);
});

test('every page behind sign-in keeps its content policy, passes axe and fits a phone', async ({ page, request }) => {
  const answer = await request.post('/api/register', { data: { ...person, consents: currentConsents } });
  if (answer.status() === 409) await request.post('/api/login', { data: person });
  const { cookies } = await request.storageState();
  await page.context().addCookies(cookies);
  const errors = reportedErrors(page);
  for (const path of signedInPages) await expectWellMade(page, path);
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
