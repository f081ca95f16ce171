import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { currentConsents } from '@canar/api-client';
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from './fixtures';

const person = { name: 'Ravi Menon', email: 'ravi@example.in', password: 'two quiet birds on one page' };

/** A device of its own, signed in; `call` speaks to the API as its user. */
async function device(browser: Browser, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
  const { email, password } = person;
  const known = await context.request.post('/api/login', { data: { email, password } });
  const answer = known.ok()
    ? known
    : await context.request.post('/api/register', { data: { ...person, consents: currentConsents } });
  expect(`${answer.status()} ${await answer.text()}`).toMatch(/^20[01] /);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const call = (method: string, url: string, options: { data?: unknown; headers?: Record<string, string> } = {}) =>
    context.request.fetch(url, {
      method,
      ...options,
      headers: { ...options.headers, authorization: `Bearer ${accessToken}` },
    });
  return { page: await context.newPage(), call };
}

/** axe finds nothing and nothing scrolls sideways on a small phone; leaves a picture of both widths. */
async function expectWellMade(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.screenshot({ path: `test-results/two-devices/${name}.png` });
  await page.setViewportSize({ width: 320, height: 700 });
  // The preview fits itself anew after the window has changed.
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  await expect.poll(wide, `${name} scrolls sideways at 320 px`).toBe(false);
  await page.screenshot({ path: `test-results/two-devices/${name} 320.png` });
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function openEditor(page: Page): Promise<void> {
  await page.goto('/profiles/');
  await page.getByRole('link', { name: 'Edit Engineer' }).click();
  await expect(page.getByLabel('Headline')).toBeVisible();
}

const saved = (page: Page) => expect(page.getByText(/^Saved \d/)).toBeVisible();

test('merges a draft of two devices and asks only about conflicts', async ({ browser }) => {
  const { page: phone, call } = await device(browser, 'light');
  const { page: laptop } = await device(browser, 'dark');
  await call('POST', '/api/profiles', { data: { title: 'Engineer' } });
  await openEditor(phone);
  await openEditor(laptop);

  await phone.getByLabel('Headline').fill('Engineer');
  await saved(phone);
  await laptop.getByLabel('Website').first().fill('https://ravi.example');
  await expect(laptop.getByText(/^Merged with changes from elsewhere/).first()).toBeVisible();
  await expect(laptop.getByLabel('Headline')).toHaveValue('Engineer');
  await saved(laptop);
  await laptop.getByRole('button', { name: 'What changed?' }).click();
  await expect(laptop.getByRole('dialog').getByText('Headline')).toBeVisible();
  await expectWellMade(laptop, 'merged, dark');
  await laptop.keyboard.press('Escape');

  await phone.getByLabel('Website').first().fill('https://menon.example');
  await expect(phone.getByRole('button', { name: 'Choose', exact: true })).toBeVisible();
  await phone.reload();
  await phone.getByRole('button', { name: 'Choose', exact: true }).click();
  await expectWellMade(phone, 'conflict, light');
  await phone.getByRole('button', { name: /^Elsewhere, .*: use this one$/ }).focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByLabel('Website').first()).toHaveValue('https://ravi.example');
  await expect(phone.getByRole('button', { name: 'Choose', exact: true })).toBeHidden();
});

test('shows, compares and restores a saved edit', async ({ browser }) => {
  const { page } = await device(browser, 'light');
  await page.goto('/plans/');
  await page.getByRole('button', { name: 'Choose Basic' }).click();
  await page.getByRole('button', { name: /^Pay ₹/ }).click();
  await expect(page).toHaveURL(/checkout\/return/);
  await expect(page.getByText(/500/).first()).toBeVisible();
  await openEditor(page);
  await page.getByRole('button', { name: 'Save edit · 5 credits' }).click();
  await expect(page.getByRole('button', { name: /No changes/ })).toBeVisible();
  await page.getByLabel('Headline').fill('Somebody else');
  await saved(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Saved edits' }).click();
  await page.getByRole('button', { name: 'View edit 1' }).click();
  await expectWellMade(page, 'revision, light');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog').getByText('Somebody else')).toBeVisible();
  await expectWellMade(page, 'comparison, light');
  await page.getByRole('button', { name: 'Put into the draft' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Engineer');
});

test('duplicates, deletes and restores a profile', async ({ browser }) => {
  const { page } = await device(browser, 'dark');
  await page.goto('/profiles/');
  await page.getByRole('button', { name: 'Actions for Engineer' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await page.getByRole('button', { name: 'Actions for Copy of Engineer' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete profile' }).click();
  await expect(page.getByRole('link', { name: 'Edit Copy of Engineer' })).toBeHidden();
  await page.getByRole('button', { name: 'Trash' }).click();
  await expectWellMade(page, 'trash, dark');
  await page.getByRole('button', { name: 'Restore Copy of Engineer' }).click();
  await expect(page.getByRole('dialog').getByText('The trash is empty.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Edit Copy of Engineer' })).toBeVisible();
});

/** The profile that LinkedIn prints, of the importer's corpus. */
const linkedInPdf = resolve(
  __dirname,
  '../../../libs/profile-import/corpus/developed/linkedin-profile-pdf-english.pdf',
);

test('corrects a LinkedIn PDF in the review before it becomes the draft', async ({ browser }) => {
  const { page, call } = await device(browser, 'light');
  const made = await call('POST', '/api/profiles', { data: { title: 'Imported' } });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/edit/?profile=${id}`);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expectWellMade(page, 'import, light');
  await dialog.locator('input[type=file]').setInputFiles(linkedInPdf);
  await expect(dialog.getByText('Recognised: made by LinkedIn.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Port Works Experience · Company' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectWellMade(page, 'review, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectWellMade(page, 'review, light');

  await dialog.getByRole('textbox', { name: 'Headline' }).fill('Berth planner');
  await correctOnPhone(page);
  await dialog.getByRole('button', { name: 'Use in draft' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Berth planner');
  await saved(page);
  const { document } = (await (await call('GET', `/api/profiles/${id}/draft`)).json()) as { document: Draft };
  expect(document.work?.[0]).toMatchObject({ highlights: ['Wrote the storm handbook'] });
  expect(document.work?.[1]).toMatchObject({ highlights: ['Cut truck waiting by 20%'] });
});

interface Draft {
  work?: { highlights?: string[] }[];
}

/** On a phone: a line that was read into the wrong position is moved to the right one, in the lines of the file, by touch and keyboard. */
async function correctOnPhone(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.setViewportSize({ width: 375, height: 740 });
  await dialog.getByRole('button', { name: 'Your file' }).click();
  const file = dialog.getByRole('region', { name: 'Your file' });
  await file.getByRole('button', { name: /^- Cut truck waiting/ }).click();
  await file.getByLabel('Into', { exact: true }).selectOption({ label: 'Planner · Port Works' });
  await file.getByLabel('Field', { exact: true }).selectOption('Highlights');
  await page.screenshot({ path: 'test-results/two-devices/review, a line, 375.png' });
  await file.getByRole('button', { name: 'Put there' }).focus();
  await page.keyboard.press('Enter');
  await expect(file.getByRole('button', { name: /^- Cut truck waiting/ })).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 900 });
}
