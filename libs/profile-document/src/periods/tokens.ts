/** A piece of a text in which dates are looked for. */
export interface Token {
  kind: 'number' | 'word' | 'mark';
  /** the word in lower case, the digits as ASCII, or the punctuation mark; NFKC */
  text: string;
  /** where it begins and ends in the original text, in UTF-16 code units */
  start: number;
  end: number;
  /** whether white space stands before it */
  spaced: boolean;
}

// A character of a script written without spaces is a word of its own.
const pattern =
  /(?<number>\p{Nd}+)|(?<word>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{L}[\p{L}\p{M}\u200c\u200d]*)|(?<mark>\S)/gu;

/** The zeros of the decimal digits of the scripts in which dates are read. */
const zeros = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
];

function asciiDigits(digits: string): string {
  return Array.from(digits.normalize('NFKC'), (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? '?' : String(code - zero);
  }).join('');
}

const sameMarks: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '′': "'",
  '॰': '.',
  '׳': '.',
};

/** Splits a text into numbers, words and punctuation marks. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const { number, word } = match.groups as { number?: string; word?: string };
    const start = match.index;
    const end = start + match[0].length;
    const spaced = start > 0 && (tokens.at(-1)?.end ?? 0) < start;
    if (number !== undefined) tokens.push({ kind: 'number', text: asciiDigits(number), start, end, spaced });
    else if (word !== undefined) tokens.push({ kind: 'word', text: foldWord(word), start, end, spaced });
    else tokens.push({ kind: 'mark', text: sameMarks[match[0]] ?? match[0].normalize('NFKC'), start, end, spaced });
  }
  return tokens;
}

/** A word as the tables hold it. */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/i̇/g, 'i');
}
