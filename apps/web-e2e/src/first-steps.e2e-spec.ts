import { randomUUID } from 'node:crypto';
import { bodyOf } from '@canar/actor';
import { expect } from '@playwright/test';
import { subscriber } from './account';
import { seniorEngineer, test } from './fixtures';

test('starts an empty profile from the sample, one undo away', async ({ page }) => {
  const owner = await subscriber(page.request, 'Ravi Menon');
  const id = await owner.createProfile('First');
  await page.goto(`/edit/?profile=${id}`);
  const start = page.getByRole('button', { name: 'Start from a sample' });
  await start.click();
  await expect(page.getByLabel('Headline')).toHaveValue('Principal engineer, payments');
  await expect(page.getByLabel('Name').first()).toHaveValue('Ravi Menon');
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(start).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByLabel('Headline')).toHaveValue('');
  await expect(start).toBeVisible();
});

test('shows the credits spent and the views of a page', async ({ page, browser }) => {
  const slug = `seen-${randomUUID().slice(0, 8)}`;
  const owner = await subscriber(page.request, 'Lena Vasquez');
  const id = await owner.createSavedProfile(slug, (await seniorEngineer()).resume);
  await owner.publish(id, slug);
  const visitor = await browser.newContext({ userAgent: 'Mozilla/5.0 (Macintosh) Safari/605.1.15' });
  await (await visitor.newPage()).goto(`/p/${slug}`);
  await visitor.close();

  await page.goto('/credits/');
  await expect(page.getByRole('img', { name: 'Spent in the last 30 days' })).toBeVisible();
  await expect(page.getByText('5 credits', { exact: true })).toBeVisible();
  await expect
    .poll(() => bodyOf(owner.client.GET('/api/profiles/{id}/statistics', { params: { path: { id } } })))
    .toMatchObject({ totals: { views: 1 } });
  await page.goto('/profiles/');
  await page.getByRole('link', { name: '1 view in 30 days' }).click();
  await expect(page.getByRole('heading', { name: 'Statistics' })).toBeVisible();
});
