import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { subscriber } from './account';
import { test } from './fixtures';

/** Waits until the worker serves this page and has stored what it opens without a network. */
const workerIsReady = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

const languages = [
  { path: '/pricing/', profiles: '/profiles/', title: 'You are offline.', again: 'Try again' },
  { path: '/hi/pricing/', profiles: '/hi/profiles/', title: 'आप ऑफ़लाइन हैं।', again: 'फिर कोशिश करें' },
] as const;

for (const { path, profiles, title, again } of languages) {
  test(`shows the offline page for ${path} until the network is back`, async ({ page, context }) => {
    await subscriber(page.request, 'Lena Vasquez');
    await page.goto(profiles);
    await workerIsReady(page);
    await context.setOffline(true);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('button', { name: again }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
    expect(new URL(page.url()).pathname).toBe(path);
  });
}

test('opens the editor without a network, edits, and merges when it is back', async ({ page, context }) => {
  const owner = await subscriber(page.request, 'Lena Vasquez');
  const id = await owner.createSavedProfile('Engineer', { basics: { name: 'Lena Vasquez', label: 'Engineer' } });
  await page.goto(`/edit/?profile=${id}`);
  await expect(page.getByLabel('Headline')).toHaveValue('Engineer');
  await workerIsReady(page);
  await page.reload();
  await expect(page.getByLabel('Headline')).toHaveValue('Engineer');
  const isStored = () => page.evaluate(() => indexedDB.databases().then((found) => found.length > 0));
  await expect.poll(isStored).toBe(true);
  await page.waitForFunction(() => localStorage.getItem('canar.account') !== null);

  await context.setOffline(true);
  await page.getByLabel('Headline').fill('Written without a network');
  await expect(page.getByText('Offline, saved on this device').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Engineer', level: 1 })).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue('Written without a network');
  await page.getByLabel('City').fill('Pune');
  await page.screenshot({ path: 'test-results/offline/editor.png' });

  await owner.editDraft(id, { basics: { name: 'Lena Vasquez', label: 'Engineer', phone: '+91 555' } });
  await context.setOffline(false);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('+91 555');
  await expect(page.getByLabel('Headline')).toHaveValue('Written without a network');
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const cached = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return cached.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(stored.filter((path) => /^\/(api|p)\//.test(path))).toEqual([]);
});

test('shows nothing of an account after another one has signed in on its device', async ({ page, context }) => {
  const first = await subscriber(page.request, 'Lena Vasquez');
  const id = await first.createSavedProfile('Secret plans', { basics: { name: 'Lena Vasquez', label: 'Engineer' } });
  await page.goto(`/edit/?profile=${id}`);
  await expect(page.getByLabel('Headline')).toHaveValue('Engineer');
  await workerIsReady(page);
  await context.setOffline(true);
  await page.getByLabel('Headline').fill('Unsent words');
  await expect(page.getByText('Offline, saved on this device').first()).toBeVisible();

  // The editor is left without a network: with one it would send the words first.
  await page.goto('/offline/');
  await context.clearCookies();
  await context.setOffline(false);
  await subscriber(page.request, 'Ravi Menon');
  await page.goto('/profiles/');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete them' }).click();
  await expect(page.getByText('Secret plans')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const found = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const all = opening.result.transaction('keyval').objectStore('keyval').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(found).not.toMatch(/Lena|Secret|Unsent/);
});
