import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { subscriber } from './account';
import { seniorEngineer, test } from './fixtures';

const password = 'nine quiet words';

/** The editor of a new person's public page, in this browser. */
async function openEditor(page: Page, slug: string): Promise<void> {
  const owner = await subscriber(page.request, 'Lena Vasquez');
  const id = await owner.createSavedProfile(slug, (await seniorEngineer()).resume);
  await owner.publish(id, slug);
  await page.goto(`/edit/?profile=${id}`);
  await page.getByRole('button', { name: 'Your page' }).click();
}

/** What a visitor without our script sees at an address. */
async function asVisitor(browser: Browser, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await context.newPage();
  await visitor.goto(new URL(new URL(address).pathname, process.env['CANAR_E2E_URL']).href);
  await look(visitor);
  await context.close();
}

async function expectWellMade(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${what} ${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  const dialog = page.getByRole('dialog');
  const wide = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(`${what} scrolls sideways at 320 px: ${wide}`).toBe(`${what} scrolls sideways at 320 px: false`);
  await page.screenshot({ path: `test-results/sharing/${what}.png` });
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test('the panel of a page and of its links passes axe and fits a small phone', async ({ page }) => {
      await openEditor(page, `shown-${randomUUID().slice(0, 8)}`);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Only people with the password').check();
      await expect(dialog.getByLabel('Password for visitors')).toBeVisible();
      await expectWellMade(page, `page in ${colorScheme}`);
      await dialog.getByRole('tab', { name: 'Page', exact: true }).press('ArrowRight');
      await dialog.getByLabel('For whom').fill('A recruiter with a very long name at a company with a longer one');
      await dialog.getByLabel('Expires on').fill('2090-01-01T10:00');
      await dialog.getByLabel('Password').fill(password);
      await dialog.getByRole('button', { name: 'Create link' }).press('Enter');
      await expect(dialog.getByRole('listitem')).toContainText('With password');
      await expectWellMade(page, `links in ${colorScheme}`);
    });
  });
}

test('opens a protected page with its password, without script', async ({ page, browser }) => {
  const slug = `protected-${randomUUID().slice(0, 8)}`;
  await openEditor(page, slug);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Only people with the password').check();
  const update = dialog.getByRole('button', { name: 'Update page' });
  await expect(update).toBeDisabled();
  await dialog.getByLabel('Password for visitors').fill(password);
  await update.click();
  await expect(page.getByText('Your page is up to date.')).toBeVisible();
  await asVisitor(browser, `http://any/p/${slug}`, async (visitor) => {
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This profile is protected');
    await visitor.getByLabel('Password').fill('nine loud words');
    await visitor.getByRole('button', { name: 'Open the profile' }).click();
    await expect(visitor.getByRole('alert')).toBeVisible();
    await visitor.getByLabel('Password').fill(password);
    await visitor.getByRole('button', { name: 'Open the profile' }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Lena Vasquez');
    for (const form of ['.pdf', '.json', '.md', '.vcf', '/card.png', '/qr.png']) {
      // From the page itself, as its links are followed: with the cookies that the browser sends to that path.
      expect([form, (await visitor.request.get(`/p/${slug}${form}`)).status()]).toEqual([form, 200]);
    }
  });
});

test('shows the password form without axe violations, also on a small phone', async ({ page, browser }) => {
  const slug = `locked-${randomUUID().slice(0, 8)}`;
  const owner = await subscriber(page.request, 'Lena Vasquez');
  const id = await owner.createSavedProfile(slug, (await seniorEngineer()).resume);
  await owner.publish(id, slug, { visibility: 'protected', password });
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
    const visitor = await context.newPage();
    await visitor.goto(`${process.env['CANAR_E2E_URL']}/p/${slug}`);
    const { violations } = await new AxeBuilder({ page: visitor }).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${colorScheme} ${rule} ${nodes[0]?.html}`)).toEqual([]);
    const wide = await visitor.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await visitor.screenshot({ path: `test-results/sharing/locked in ${colorScheme}.png` });
    await context.close();
  }
});

test('creates, copies and revokes a share link and downloads the QR code', async ({ page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const slug = `linked-${randomUUID().slice(0, 8)}`;
  await openEditor(page, slug);
  const dialog = page.getByRole('dialog');
  for (const form of ['svg', 'png']) {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `QR code as ${form.toUpperCase()}` }).click();
    expect((await download).suggestedFilename()).toBe(`${slug}.${form}`);
  }
  await dialog.getByRole('tab', { name: 'Links' }).click();
  await expect(dialog.getByText('No links yet.')).toBeVisible();
  await dialog.getByLabel('For whom').fill('Acme');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await dialog.getByRole('button', { name: 'Copy the link for Acme' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const expectTitle = (title: RegExp) =>
    asVisitor(browser, address, (visitor) => expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title));
  await expectTitle(/Lena Vasquez/);
  await dialog.getByRole('button', { name: 'Revoke the link for Acme' }).click();
  await page.getByRole('dialog', { name: 'Revoke this link?' }).getByRole('button', { name: 'Revoke' }).click();
  await expect(dialog.getByText('No links yet.')).toBeVisible();
  await expectTitle(/no profile here/);
});
