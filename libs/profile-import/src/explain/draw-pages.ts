import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextPage } from '../layout/page';
import { drawMarks } from './draw-marks';
import { marksOf } from './marks';

const installation = 'sudo apt-get install -y poppler-utils (macOS: brew install poppler)';

/** The pages of a PDF as PNG, by Poppler; none when it is not installed, which it then says with the command. */
function picturesOf(path: string, count: number): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'canar-explain-'));
  try {
    execFileSync('pdftoppm', ['-r', '110', '-png', '-l', String(count), path, join(folder, 'page')], {
      stdio: 'ignore',
    });
    // Poppler pads the numbers of pages, so that names sort like the pages.
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.error(`No pictures: pdftoppm is missing. Install it: ${installation}`);
    return [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Draws what was found on each page of a PDF over its picture.
 * @param folder where the SVG files are stored
 * @returns their paths
 */
export function drawPages(path: string, pages: readonly TextPage[], folder: string): string[] {
  const marks = marksOf(pages);
  const pictures = picturesOf(path, pages.length);
  mkdirSync(folder, { recursive: true });
  return pages.map((page, index) => {
    const file = join(folder, `page-${index + 1}.svg`);
    const here = marks.filter((mark) => mark.page === index + 1);
    writeFileSync(file, drawMarks(page, here, pictures[index]));
    return file;
  });
}
