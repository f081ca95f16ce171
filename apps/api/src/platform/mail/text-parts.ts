/** A stretch of a plain text; `href` when it is a web address. */
export interface TextPart {
  text: string;
  href?: string;
}

// Up to white space, quotes or brackets, and without the punctuation that ends a sentence.
const webAddress = /https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?]/g;

/** Cuts a plain text into what is a web address (http or https) and what is not; joined, the parts are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(webAddress)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], href: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
