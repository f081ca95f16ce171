import { inflateSync } from 'node:zlib';

// Reads PDFs as the Typst compiler writes them: plain objects, composite fonts with a CMap, /ActualText for clusters of
// glyphs. pdf.js ignores /ActualText, which the readers people copy from do not. Format: ISO 32000-1, 9.10 and 14.9.4.

type CMap = Map<number, string>;

// A literal may hold one pair of parentheses as it is.
const operators =
  /\/ActualText\s*<FEFF([0-9A-F]*)>|\b(BDC|BMC|EMC)\b|\/(f\d+)\s+[\d.]+\s+Tf|(?<!\/Lang )\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)/g;

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

function cmap(source: string): CMap {
  const entries = [...source.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)];
  return new Map(entries.map(([, glyph = '', text = '']) => [Number.parseInt(glyph, 16), utf16(text.toUpperCase())]));
}

function bytesOf(literal: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, char = '') =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (named[char] ?? char),
  );
}

function shown(literal: string, font: CMap | undefined): string {
  const codes = bytesOf(literal).match(/[\s\S]{2}/g) ?? [];
  return codes.map((pair) => font?.get(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)) ?? '\ufffd').join('');
}

function textOf(content: string, fonts: Map<string, CMap>): string {
  const replaced: boolean[] = [];
  let [text, replacement, font] = ['', false, undefined as CMap | undefined];
  for (const [, actual, marked, name, literal] of content.matchAll(operators)) {
    if (actual !== undefined) [text, replacement] = [text + utf16(actual), true];
    else if (name) font = fonts.get(name);
    else if (marked === 'EMC') replaced.pop();
    else if (marked) [replacement] = [false, replaced.push(replacement)];
    else if (literal !== undefined && !replaced.includes(true)) text += shown(literal, font);
  }
  return text;
}

/** The text of all pages as a reader that honours `/ActualText` copies it, without white space. */
export function copiedText(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body]) => [id, body ?? '']),
  );
  const stream = (id = '') => {
    const body = objects.get(id) ?? '';
    const data = Buffer.from(/stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? '', 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1');
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const texts = pages.map((page) => {
    const fonts = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      return [name, cmap(stream(toUnicode))] as const;
    });
    return textOf(stream(/\/Contents (\d+) 0 R/.exec(page)?.[1]), new Map(fonts));
  });
  return texts.join('').replace(/\s+/g, '');
}
