// Draws every template with every sheet document as page (1280 and 375 px) and as PDF into out/contact-sheets, checks them, and
// puts the pictures side by side. Usage: npx nx run profile-print:contact-sheets [-- --only=classic,modern]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PrintTemplate, ProfilePrinter, printTemplates } from '@canar/profile-print';
import { renderPublicPage } from '@canar/profile-templates/server';
import { type Browser, chromium } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';
import { type SheetDocument, sheetDocuments } from './documents';
import { browserWithFacesFor } from './faces';
import { loneHeadings, pageFaults, paperFaults } from './faults';

const out = join(process.cwd(), 'out', 'contact-sheets');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const thumb = { width: 300, height: 424 };
const widths = [1280, 375];

async function drawPage(
  browser: Browser,
  template: string,
  { name, locale, document }: SheetDocument,
): Promise<string[]> {
  const html = renderPublicPage({
    document,
    templateId: template,
    hiddenFields: [],
    url: 'https://canar.example/p/x',
    indexable: false,
    locale,
  });
  const faults: string[] = [];
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: Math.round(width * 1.414) } });
    await page.setContent(html);
    faults.push(...(await pageFaults(page)).map((fault) => `at ${width} px ${fault}`));
    await page.screenshot({ path: join(out, `${template}-${name}-${width}.png`) });
    await page.close();
  }
  return faults;
}

async function drawPaper(
  printer: ProfilePrinter,
  template: PrintTemplate,
  { name, locale, document }: SheetDocument,
): Promise<{ share: number; found: string[] }> {
  const printed = await printer.print({ document, template, locale });
  const file = join(out, `${template}-${name}`);
  writeFileSync(`${file}.pdf`, printed.pdf);
  execFileSync('pdftoppm', ['-r', '70', '-png', `${file}.pdf`, `${file}-page`]);
  const tagged = execFileSync(process.execPath, [join(__dirname, 'tagged-texts.mjs'), `${file}.pdf`], {
    encoding: 'utf8',
  });
  const found = [...paperFaults(name, printed), ...loneHeadings(JSON.parse(tagged))];
  return { share: printed.readability.share, found };
}

/** The pictures of a PDF's pages, in rows of six; the last row is filled up with gaps. */
function paperOf(name: string): (string | undefined)[] {
  const pages = readdirSync(out)
    .filter((file) => file.startsWith(`${name}-page-`))
    .sort();
  const rows = Math.ceil(pages.length / 6) * 6;
  return Array.from({ length: rows }, (_, index) => pages[index] && join(out, pages[index]));
}

async function sheet(name: string, pictures: readonly (string | undefined)[], columns: number): Promise<void> {
  const cells: OverlayOptions[] = [];
  for (const [index, picture] of pictures.entries()) {
    if (!picture) continue;
    const cell = sharp(readFileSync(picture)).resize({
      ...thumb,
      fit: 'contain',
      position: 'top',
      background: '#8a8a8a',
    });
    const [column, row] = [index % columns, Math.floor(index / columns)];
    cells.push({
      input: await cell.toBuffer(),
      left: 8 + column * (thumb.width + 8),
      top: 8 + row * (thumb.height + 8),
    });
  }
  const rows = Math.ceil(pictures.length / columns);
  const [width, height] = [8 + columns * (thumb.width + 8), 8 + rows * (thumb.height + 8)];
  const blank = { create: { width, height, channels: 3 as const, background: '#8a8a8a' } };
  await sharp(blank)
    .composite(cells)
    .png()
    .toFile(join(out, `sheet-${name}.png`));
}

/** The check must report a page that is too wide, or it proves nothing. */
async function proveCheck(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 375, height: 500 } });
  await page.setContent('<meta name="viewport" content="width=device-width"><p style="width:400px">planted');
  if ((await pageFaults(page)).length === 0) throw new Error('A page wider than its window was not noticed.');
  await page.close();
}

async function draw(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const templates = printTemplates.filter((template) => !only || only.includes(template));
  const env = browserWithFacesFor(JSON.stringify(sheetDocuments), out);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', env });
  await proveCheck(browser);
  const printer = new ProfilePrinter({ wallMs: 60_000, cpuMs: 60_000 });
  const faults: string[] = [];
  const shares: Record<string, Record<string, number>> = {};
  for (const document of sheetDocuments) {
    for (const template of templates) {
      const paper = await drawPaper(printer, template, document);
      const found = [...(await drawPage(browser, template, document)), ...paper.found];
      faults.push(...found.map((fault) => `${template}, ${document.name}: ${fault}`));
      (shares[document.name] ??= {})[template] = paper.share;
    }
  }
  await Promise.all([browser.close(), printer.close()]);
  for (const { name } of sheetDocuments) {
    const pages = widths.flatMap((width) => templates.map((template) => join(out, `${template}-${name}-${width}.png`)));
    await sheet(`${name}-page`, pages, templates.length);
    await sheet(
      `${name}-paper`,
      templates.flatMap((template) => paperOf(`${template}-${name}`)),
      6,
    );
  }
  console.log('Percent of the texts of a document that are read back from its PDF, exactly and in order:');
  console.table(shares);
  console.log(`${templates.length * sheetDocuments.length} documents drawn three times each into ${out}`);
  if (faults.length > 0) throw new Error(`Faults:\n${faults.join('\n')}`);
}

void draw().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
