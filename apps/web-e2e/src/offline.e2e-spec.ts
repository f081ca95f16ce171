import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { subscriber } from './account';
import { test } from './fixtures';

const languages = [
  { path: '/credits/', title: 'There is no network just now.', again: 'Try again', room: 'Credits' },
  { path: '/hi/credits/', title: 'अभी इंटरनेट नहीं है।', again: 'फिर कोशिश करें', room: 'क्रेडिट' },
] as const;

for (const { path, title, again, room } of languages) {
  test(`shows the offline page for ${path} until the network is back`, async ({ page, context }) => {
    await subscriber(page.request, 'Lena Vasquez');
    await page.goto(path.replace('credits', 'profiles'));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('button', { name: again }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.screenshot({ path: `test-results/offline/${room}.png` });
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(room);
    expect(new URL(page.url()).pathname).toBe(path);
  });
}
