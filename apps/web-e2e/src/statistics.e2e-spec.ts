import { randomUUID } from 'node:crypto';
import { type Actor, bodyOf } from '@canar/actor';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { subscriber } from './account';
import { seniorEngineer, test } from './fixtures';

const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const laptop = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A published profile that four people have looked at, and one of them by a link. */
async function visited(owner: Actor): Promise<string> {
  const slug = `visited-${randomUUID().slice(0, 8)}`;
  const id = await owner.createSavedProfile('For product roles', (await seniorEngineer()).resume);
  await owner.publish(id, slug);
  const label = 'A recruiter with a very long name at a company with a longer one';
  const { pathname } = new URL((await owner.createShareLink(id, label)).url);
  const referer = 'https://people.of-a-company-with-a-long-name.example.co.in/list';
  await look(`/p/${slug}`, { 'user-agent': laptop, referer });
  await look(`/p/${slug}`, { 'user-agent': laptop, referer: 'https://www.linkedin.com/feed/' });
  for (const path of [`/p/${slug}`, `/p/${slug}.pdf`, pathname]) await look(path, { 'user-agent': phone });
  await look(`/p/${slug}`, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' });
  await expect
    .poll(() => bodyOf(owner.client.GET('/api/profiles/{id}/statistics', { params: { path: { id } } })))
    .toMatchObject({ totals: { views: 4, downloads: 1 } });
  return id;
}

/** As a visitor without the owner's cookies. */
async function look(path: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${process.env['CANAR_E2E_URL']}${path}`, { headers });
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
}

async function expectWellMade(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${what} ${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.screenshot({ path: `test-results/statistics/${what}.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(`${what} scrolls sideways at 320 px: ${wide}`).toBe(`${what} scrolls sideways at 320 px: false`);
  await page.screenshot({ path: `test-results/statistics/${what} on a phone.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test('the statistics of a page pass axe, fit a small phone and are chosen by keyboard', async ({ page }) => {
      const id = await visited(await subscriber(page.request, 'Lena Vasquez'));
      await page.goto(`/statistics/?profile=${id}`);
      await expect(page.getByRole('img', { name: 'Views by day' })).toHaveAccessibleDescription(/: 4 views, most on/);
      await expect(page.getByRole('region', { name: 'Where views came from' })).toContainText('linkedin.com');
      await expect(page.getByRole('table', { name: 'Share links' }).getByRole('row')).toHaveCount(2);
      await page.locator('summary', { hasText: 'as a table' }).press('Enter');
      await expect(page.getByRole('table', { name: 'by day' }).getByRole('row')).toHaveCount(31);
      await page.getByLabel('30 days').press('ArrowLeft');
      await expect(page.getByRole('table', { name: 'by day' }).getByRole('row')).toHaveCount(8);
      await expectWellMade(page, `statistics in ${colorScheme}`);
      await page.goto(`/hi/statistics/?profile=${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('आँकड़े');
      await expectWellMade(page, `statistics in ${colorScheme} in Hindi`);
    });
  });
}

test('opens the statistics from the profiles and from the publish dialog', async ({ page }) => {
  const id = await visited(await subscriber(page.request, 'Lena Vasquez'));
  await page.goto('/profiles/');
  await page.getByRole('button', { name: 'Actions for For product roles' }).click();
  await page.getByRole('menuitem', { name: 'Statistics' }).click();
  await expect(page).toHaveURL(new RegExp(`/statistics/\\?profile=${id}$`));
  await expect(page.getByText('For product roles')).toBeVisible();
  await page.getByRole('link', { name: 'Edit profile' }).click();
  await page.getByRole('button', { name: 'Your page' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Statistics' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
});
