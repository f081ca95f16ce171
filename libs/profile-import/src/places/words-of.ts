/** Letters of scripts without spaces count as words of their own, so that a broken line does not hide a word. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

const [scheme, host] = [/^https?:\/\//i, /^www\./i];

/** The words of a text as they are compared: without case, signs and forms of letters; an address without its scheme. */
export function wordsOf(text: string): string[] {
  return text.replace(scheme, '').replace(host, '').normalize('NFKC').toLowerCase().match(word) ?? [];
}
