import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { subscriber } from './account';
import { test } from './fixtures';

test.use({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });

const longTitle = 'For a position that nobody can say in one breath, and for the one after it';

test('fits a long title on a small phone and undoes a saved edit there', async ({ page }) => {
  const owner = await subscriber(page.request, 'Lena Vasquez');
  await owner.createSavedProfile(longTitle, { basics: { name: 'Lena Vasquez' }, work: [{ name: 'Acme' }] });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  await page.goto('/profiles/');
  await expect(page.getByRole('heading', { name: longTitle })).toBeVisible();
  expect(`profiles scroll sideways: ${await wide()}`).toBe('profiles scroll sideways: false');

  await page.getByRole('link', { name: `Edit ${longTitle}` }).click();
  const save = page.getByRole('button', { name: /No changes|Save edit/ });
  await page.getByLabel('Headline').fill('Engineer');
  await expect(save).toHaveAccessibleName('Save edit · 5 credits');
  const oneLine = await save.evaluate((button) => button.clientHeight < 45);
  expect(`the paid button keeps to one line: ${oneLine}`).toBe('the paid button keeps to one line: true');
  const undo = page.getByRole('button', { name: 'Undo edit 1' });
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 640 });
    const [outer, inner] = [await page.getByRole('banner').boundingBox(), await undo.boundingBox()];
    const below = Number(inner?.y) + Number(inner?.height) - Number(outer?.y) - Number(outer?.height);
    expect(`undo lies ${Math.max(0, below)} px below the header at ${width} px`).toBe(
      `undo lies 0 px below the header at ${width} px`,
    );
  }
  await undo.click();
  await expect(page.getByText(/^Edit 1 undone\. 5 credits back/)).toBeVisible();
  expect(`the editor scrolls sideways: ${await wide()}`).toBe('the editor scrolls sideways: false');
});

test('keeps the editor header in one row on a small phone in a conflict', async ({ page }) => {
  const owner = await subscriber(page.request, 'Lena Vasquez');
  const id = await owner.createSavedProfile('Engineer', { basics: { name: 'Lena Vasquez', label: 'Engineer' } });
  await page.goto(`/edit/?profile=${id}`);
  const more = page.getByRole('button', { name: 'More', exact: true });
  const back = page.getByRole('link', { name: 'All profiles' });
  await expect(more).toBeVisible();
  await owner.editDraft(id, { basics: { name: 'Lena Vasquez', label: 'Elsewhere' } });
  await page.getByLabel('Headline').fill('Here');
  await expect(page.getByRole('button', { name: 'Choose', exact: true })).toBeVisible();
  const row = async (control: typeof more) => (await control.boundingBox())?.y;
  expect(await row(more)).toBe(await row(back));
});

test('says that an address names no profile and links back', async ({ page }) => {
  await subscriber(page.request, 'Lena Vasquez');
  await page.goto('/edit/?profile=00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('There is no such profile.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('link', { name: 'All profiles' }).click();
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible();
});
