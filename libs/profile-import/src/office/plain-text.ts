import type { ParsedText } from '../parsed-resume';
import { sourceLinesOf } from '../places/source-lines';
import { readResumeText } from '../resume-text/read-resume-text';
import { linesOfParagraphs, type OfficeParagraph } from './paragraphs';

/** What is read of a text, in letters. */
const maxLetters = 400_000;

/** Whether bytes are a text of some lines: valid UTF-8 without control characters. */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length));
    return !/[\0-\x08\x0e-\x1f]/.test(text) && !/^\s*[{[<]/.test(text) && text.trim().split('\n').length > 1;
  } catch {
    return false;
  }
}

function paragraphOf(line: string): OfficeParagraph {
  const indent = /^\s*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;
  const [, marks, title] = /^(#{1,3})\s+(.*)$/.exec(line) ?? [];
  const parts = (title ?? line.trim()).split(/\t+| {3,}/).map((text) => [{ text, size: 10, font: 1 }]);
  return { parts, indent: indent * 5, ...(marks ? { level: marks.length } : {}) };
}

/** Reads a résumé that was pasted as plain text, or stored as Markdown. */
export function readPlainText(text: string): ParsedText {
  const lines = linesOfParagraphs(text.slice(0, maxLetters).split(/\r?\n/).slice(0, 20_000).map(paragraphOf));
  const { resume, unplaced } = readResumeText([lines]);
  if (text.length > maxLetters) unplaced.push({ pointer: '/lines', value: null, reason: 'text.too-long' });
  return { resume, unplaced, lines: sourceLinesOf(lines, false) };
}
