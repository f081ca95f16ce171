// NUL, lone surrogates, and the characters that reorder or hide text (Unicode bidi controls, zero-width, line separators).
const refused = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** True when a text holds nothing that cannot be seen or that changes how its neighbours are read. */
export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !refused.test(value);
}
