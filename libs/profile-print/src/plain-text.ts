// Controls, lone surrogates, the byte-order mark and its kind: PDF readers drop or reject them. The two joiners stay,
// because Indic scripts spell with them. Soft hyphens and zero-width spaces go: readers lose the letter before them.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;
const loneSurrogate = /\p{Surrogate}/gu;

function printable(value: unknown): string {
  return typeof value === 'string' ? value.replace(loneSurrogate, '\ufffd').replace(unprintable, '') : '';
}

/** The value as one line of text; '' for anything that is not a string. */
export function line(value: unknown): string {
  return printable(value).replace(/\s+/g, ' ').trim();
}

/** The value's paragraphs: its lines, without the empty ones. */
export function paragraphs(value: unknown): string[] {
  return printable(value)
    .split(/[\r\n\u2028\u2029]+/)
    .map(line)
    .filter((text) => text !== '');
}

/** The non-empty lines of a list; none for anything that is not a list. */
export function lines(value: unknown): string[] {
  return Array.isArray(value) ? value.map(line).filter((text) => text !== '') : [];
}
