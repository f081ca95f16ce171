const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A typed date in the form of the document: `5/2024`, `May 2024` and `2024-5` become `2024-05`; what cannot be read stays as typed. */
export function tidyDate(typed: string): string {
  const text = typed.trim();
  const yearFirst = /^(\d{4})[-/.\s](\d{1,2})$/.exec(text);
  if (yearFirst) return monthOf(yearFirst[1], Number(yearFirst[2]), text);
  const monthFirst = /^(\d{1,2})[-/.\s](\d{4})$/.exec(text);
  if (monthFirst) return monthOf(monthFirst[2], Number(monthFirst[1]), text);
  const named = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  if (named) return monthOf(named[2], MONTHS.indexOf((named[1] ?? '').slice(0, 3).toLowerCase()) + 1, text);
  return text;
}

function monthOf(year: string | undefined, month: number, otherwise: string): string {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : otherwise;
}

/** Marks that word processors put before a line of a list. */
const listMark = /^\s*(?:[•●▪◦‣·*–-]|\d{1,2}[.)])\s+/;

/** Pasted text without what cannot be seen: no zero-width characters but the joiners that scripts need, no byte order marks, plain spaces. */
export function visibleText(pasted: string): string {
  return pasted
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?|\u2028/g, '\n');
}

/** Pasted text for a field of several lines: as `visibleText`, and lines of a list begin with one kind of mark. */
export function tidyText(pasted: string): string {
  return visibleText(pasted)
    .split('\n')
    .map((line) => (/^\s*[•●▪◦‣·]\s+/.test(line) ? line.replace(listMark, '• ') : line))
    .join('\n');
}

/** Pasted text as bullets: one per line, without the marks that word processors put before them. */
export function linesOf(pasted: string): string[] {
  return visibleText(pasted)
    .split('\n')
    .map((line) => line.replace(listMark, '').trim())
    .filter((line) => line.length > 0);
}

/** A typed list of keywords: separated by commas or lines, without empty ones and doubles. */
export function keywordsOf(typed: string): string[] {
  return [...new Set(typed.split(/[,;\n]/).map((word) => word.trim()))].filter((word) => word.length > 0);
}
