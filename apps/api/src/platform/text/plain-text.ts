// Control characters, lone surrogates, and what reorders or hides text: bidi controls, zero-width characters, soft hyphens,
// line separators, interlinear annotations. The joiners U+200C and U+200D are letters of Indic scripts, and stay.
const hidden = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u;
const notStorable = /[\0\p{Cs}]/u;

/** Whether a text is one line that holds nothing invisible and nothing that changes how its neighbours are read. */
export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !hidden.test(value);
}

/** Whether PostgreSQL can store a text as it is: without NUL and lone surrogates. */
export function isStorableText(value: string): boolean {
  return !notStorable.test(value);
}
