import { layoutOf } from './layout/layout';
import type { TextPage } from './layout/page';
import { grammars, type Maker, makerOf } from './makers/makers';
import { readOwnDocument } from './own-documents/read-own-document';
import type { ParsedText } from './parsed-resume';
import { sourceLinesOf } from './places/source-lines';
import { readResumeText } from './resume-text/read-resume-text';

/**
 * Reads the text layer of a résumé; running heads and feet are reported once each.
 * @param madeBy what the file says of the programs that made it
 */
export function readPdfPages(pages: readonly TextPage[], madeBy = ''): ParsedText & { maker: Maker | null } {
  const { flows, running } = layoutOf(pages);
  const lines = sourceLinesOf([...flows.flat(), ...running], true);
  const own = readOwnDocument(pages);
  if (own) return { ...own, lines, maker: 'canar' };
  const maker = makerOf(flows, madeBy);
  const { resume, unplaced } = readResumeText(flows, maker === null ? {} : grammars[maker], pages[0]?.links);
  const texts = new Map(running.map((line) => [line.text, line]));
  for (const { text, page, number } of texts.values()) {
    unplaced.push({ pointer: `/pages/${page}/lines/${number}`, value: text, reason: 'line.running' });
  }
  return { resume, unplaced, lines, maker };
}
