import { expect } from '@playwright/test';
import { seniorEngineer, test } from './fixtures';

test('imports a résumé before sign-up and reviews it into a draft afterwards', async ({ page }) => {
  const { path } = await seniorEngineer();
  await page.goto('/');
  await page.getByLabel('Import your résumé').setInputFiles(path);
  await expect(page.getByText(/sections? read\.$/)).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Create account and keep it' }).click();
  await page.getByLabel('Name').fill('Kavin Raman');
  await page.getByLabel('Email').fill(`kavin-${Date.now()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('a quiet bird on good paper');
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Headline' }).fill('Systems engineer');
  await page.getByRole('button', { name: 'Use in draft' }).click();
  await expect(page.getByRole('heading', { name: 'Choose how it looks' })).toBeVisible();
  await page.getByRole('button', { name: 'Take Modern' }).click();
  await expect(page).toHaveURL(/edit\/?\?profile=/);
  await expect(page.getByLabel('Headline')).toHaveValue('Systems engineer');
  await expect(page.getByRole('radio', { name: 'Modern' })).toBeChecked();
});

test('discards an imported résumé with one button', async ({ page }) => {
  const { path } = await seniorEngineer();
  await page.goto('/');
  await page.getByLabel('Import your résumé').setInputFiles(path);
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.reload();
  await expect(page.getByLabel('Import your résumé')).toBeAttached();
  await expect(page.getByText(/sections? read\.$/)).toHaveCount(0);
});
