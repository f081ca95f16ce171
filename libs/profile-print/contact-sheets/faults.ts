import type { Page } from '@playwright/test';
import type { Printed } from '@canar/profile-print';

// Right-to-left scripts are drawn correctly but read back out of order; the sheets report this and continue.
const readOutOfOrder = new Set(['arabic']);

/** The faults in a page's layout in a browser. */
export async function pageFaults(page: Page): Promise<string[]> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  return wide > room ? [`is ${wide - room} px wider than the window`] : [];
}

/** The faults of a printed document, without headings at the foot of a page. */
export function paperFaults(name: string, { accessible, unsupportedGlyphs, readability }: Printed): string[] {
  const faults = accessible ? [] : ['is not PDF/UA-1'];
  if (unsupportedGlyphs.length > 0) faults.push(`has no glyph for ${unsupportedGlyphs.join(' ')}`);
  if (readability.share < 100 && !readOutOfOrder.has(name)) {
    faults.push(`is read back to ${readability.share} %: ${readability.unread.slice(0, 3).join(' | ')}`);
  }
  return faults;
}

/**
 * The headings that end a page: the last tagged text before the footer is a heading's.
 * @param pages the texts of each page in order, with whether they belong to a heading
 */
export function loneHeadings(pages: readonly { text: string; heading: boolean }[][]): string[] {
  return pages.flatMap((texts, index) => {
    const last = texts.at(-1);
    return last?.heading && index < pages.length - 1 ? [`ends page ${index + 1} with the heading "${last.text}"`] : [];
  });
}
