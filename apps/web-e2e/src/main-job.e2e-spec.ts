import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { cvFile, type Resume, seniorEngineer, test, textOfPdf } from './fixtures';

const person = { name: 'Lena Vasquez', email: 'lena@example.com', password: 'a quiet bird on good paper' };
const headline = 'Principal Engineer, Storage';

let steps = 0;

/** A step of the walk, with a picture of where it ended. */
function step(name: string, page: Page, walk: () => Promise<void>): Promise<void> {
  return test.step(name, async () => {
    await walk();
    steps += 1;
    const number = String(steps).padStart(2, '0');
    await page.screenshot({ path: `test-results/walk/${number} ${name}.png`, fullPage: true });
  });
}

test('registers, buys a plan, edits a profile and publishes it', async ({ page, browser }) => {
  const { path, resume } = await seniorEngineer();
  await step('register', page, () => register(page));
  await step('buy Basic', page, () => buyBasic(page));
  await step('make a profile', page, () => makeProfile(page));
  await step('import', page, () => importResume(page, path, resume));
  await step('change a field', page, () => changeHeadline(page));
  await step('save the edit', page, () => saveEdit(page));
  await step('upload photo and CV', page, () => uploadFiles(page));
  let address = '';
  await step('publish', page, async () => {
    address = await publish(page);
  });
  await lookAsVisitor(browser, address, resume);
});

async function register(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create account' }).first().click();
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-up/);
}

async function buyBasic(page: Page): Promise<void> {
  await page.goto('/plans/');
  await page.getByRole('button', { name: 'Choose Basic' }).click();
  await page.getByRole('button', { name: /^Pay ₹/ }).click();
  await expect(page).toHaveURL(/checkout\/return/);
  await expect(page.getByRole('main').getByText(/500/)).toBeVisible();
}

async function makeProfile(page: Page): Promise<void> {
  await page.goto('/profiles/');
  await page
    .getByRole('button', { name: /create|new profile/i })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox').fill('Senior engineer');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /create/i })
    .click();
  await expect(page).toHaveURL(/edit\/?\?profile=/);
}

async function importResume(page: Page, path: string, resume: Resume): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(path);
  await dialog.getByRole('button', { name: 'Use in draft' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue(resume.basics.label);
}

async function changeHeadline(page: Page): Promise<void> {
  await page.getByLabel('Headline').fill(headline);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  const scrolls = () => document.documentElement.scrollHeight > window.innerHeight;
  expect(`the editor scrolls as a whole: ${await page.evaluate(scrolls)}`).toBe('the editor scrolls as a whole: false');
}

async function saveEdit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save edit · 5 credits' }).click();
  await expect(page.getByText(/495/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /No changes/ })).toBeVisible();
}

async function uploadFiles(page: Page): Promise<void> {
  const inputs = page.locator('input[type=file]');
  const photo = await page.evaluate(drawPhoto);
  await inputs.first().setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(photo, 'base64') });
  await chooseSquare(page);
  await expect(page.getByText('Photo uploaded.').first()).toBeVisible();
  await inputs.last().setInputFiles(cvFile);
  await expect(page.getByText('CV uploaded.').first()).toBeVisible();
}

/** Nearer by the keyboard, to the left by dragging. */
async function chooseSquare(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Choose the square' });
  await dialog.getByLabel('Zoom').press('End');
  const across = dialog.getByLabel('Left to right');
  const before = Number(await across.inputValue());
  const picture = await dialog.getByRole('img').locator('..').boundingBox();
  if (!picture) throw new Error('The picture has no place.');
  const [x, y] = [picture.x + picture.width / 2, picture.y + picture.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await page.mouse.up();
  expect(Number(await across.inputValue())).toBeGreaterThan(before);
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this photo' }).click();
}

/** Runs in the page: a picture such as a camera gives, as base64 of a PNG. */
function drawPhoto(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 1000 });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#1e6b52';
  pen.fillRect(0, 0, 800, 1000);
  pen.fillStyle = '#f6c445';
  pen.arc(400, 420, 240, 0, 7);
  pen.fill();
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Page address' }).fill('lena-vasquez-storage');
  await expect(dialog.getByText('This link is free.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish page' }).click();
  const link = page.getByRole('link', { name: 'Open page' });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

/** A visitor's browser runs no script; the page, its photo, what machines read, and the paper are all there. */
async function lookAsVisitor(browser: Browser, address: string, resume: Resume): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await context.newPage();
  await step('the public page', visitor, async () => {
    await visitor.goto(new URL(address, process.env['CANAR_E2E_URL']).href);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(resume.basics.name);
    await expect(visitor.getByText(headline).first()).toBeVisible();
    for (const { position } of resume.work) await expect(visitor.getByText(position).first()).toBeVisible();
  });
  const photo = visitor.locator('img').first();
  await expect(photo).toBeVisible();
  expect(await photo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  const meta = (selector: string) => visitor.locator(selector).first().getAttribute('content');
  expect(await meta('meta[property="og:title"]')).toBe(`${resume.basics.name} – ${headline}`);
  expect(await meta('meta[property="og:type"]')).toBe('profile');
  expect(await meta('meta[property="og:image"]')).toContain('/p/lena-vasquez-storage/card.png');
  expect(await visitor.locator('link[rel=canonical]').getAttribute('href')).toContain('/p/lena-vasquez-storage');
  expect(await visitor.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  const pdf = await context.request.get(`${visitor.url()}.pdf`);
  const text = await textOfPdf(await pdf.body());
  for (const expected of [resume.basics.name, headline, ...resume.work.map(({ position }) => position)]) {
    expect(text).toContain(expected);
  }
  await context.close();
}
