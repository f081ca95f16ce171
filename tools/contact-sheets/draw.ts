// Draws every template with every sheet document as page (1280 and 375 px) and as PDF into out/contact-sheets, checks what a
// program can check, and puts the pictures side by side. Usage: npx nx run profile-print:contact-sheets [-- --only=classic,modern]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PrintTemplate, ProfilePrinter, printTemplates } from '@canar/profile-print';
import { renderPublicPage } from '@canar/profile-templates/server';
import { type Browser, chromium } from '@playwright/test';
import sharp from 'sharp';
import { type SheetDocument, sheetDocuments } from './documents';
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
    ...{ document, templateId: template, hiddenFields: [], url: 'https://canar.example/p/x', indexable: false, locale },
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
): Promise<string[]> {
  const printed = await printer.print({ document, template, locale });
  const file = join(out, `${template}-${name}`);
  writeFileSync(`${file}.pdf`, printed.pdf);
  execFileSync('pdftoppm', ['-r', '70', '-png', '-f', '1', '-l', '1', '-singlefile', `${file}.pdf`, file]);
  const tagged = execFileSync(process.execPath, [join(__dirname, 'tagged-texts.mjs'), `${file}.pdf`], {
    encoding: 'utf8',
  });
  return [...paperFaults(name, printed), ...loneHeadings(JSON.parse(tagged))];
}

async function sheet(name: string, pictures: readonly string[], columns: number): Promise<void> {
  const cells = await Promise.all(
    pictures.map(async (picture, index) => ({
      input: await sharp(readFileSync(picture))
        .resize({ ...thumb, fit: 'contain', position: 'top', background: '#8a8a8a' })
        .toBuffer(),
      left: 8 + (index % columns) * (thumb.width + 8),
      top: 8 + Math.floor(index / columns) * (thumb.height + 8),
    })),
  );
  const [width, height] = [8 + columns * (thumb.width + 8), 8 + Math.ceil(cells.length / columns) * (thumb.height + 8)];
  const blank = { create: { width, height, channels: 3 as const, background: '#8a8a8a' } };
  await sharp(blank)
    .composite(cells)
    .png()
    .toFile(join(out, `sheet-${name}.png`));
}

async function draw(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const templates = printTemplates.filter((template) => !only || only.includes(template));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  const printer = new ProfilePrinter({ timeoutMs: 60_000 });
  const faults: string[] = [];
  for (const template of templates) {
    for (const document of sheetDocuments) {
      const found = [
        ...(await drawPage(browser, template, document)),
        ...(await drawPaper(printer, template, document)),
      ];
      faults.push(...found.map((fault) => `${template}, ${document.name}: ${fault}`));
    }
  }
  await Promise.all([browser.close(), printer.close()]);
  for (const { name } of sheetDocuments) {
    const kinds = ['', ...widths.map((width) => `-${width}`)];
    const pictures = kinds.flatMap((kind) => templates.map((template) => join(out, `${template}-${name}${kind}.png`)));
    await sheet(name, pictures, templates.length);
  }
  console.log(`${templates.length * sheetDocuments.length} documents drawn three times each into ${out}`);
  if (faults.length > 0) throw new Error(`Faults:\n${faults.join('\n')}`);
}

void draw().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
