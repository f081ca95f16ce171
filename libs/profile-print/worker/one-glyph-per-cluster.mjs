import { clusterFontOf } from './cluster-font.mjs';
import { PdfFile } from './pdf-file.mjs';
import { readBlock, utf16, writeBlock } from './text-block.mjs';

// Where one glyph's text depends on its neighbours, as in all Indic scripts, the compiler writes every glyph of a cluster with the
// text of the whole cluster and puts the true text beside it as /ActualText; and it writes a mark that is raised as a text of its
// own, with the cluster's text once more. Readers that do not look at /ActualText, pdf.js and many that read job applications among
// them, read such a cluster once per glyph. Here each cluster becomes one composite glyph with its own code and text, drawn from
// the same glyphs in the same places: one code, one text, in every reader.
// Formats: ISO 32000-1, 9.4 (text), 9.7 (composite fonts), 9.10 (ToUnicode), 14.9.4 (ActualText).

/** @typedef {import('./cluster-font.mjs').ClusterFont} ClusterFont */
/** @typedef {import('./text-block.mjs').TextBlock} TextBlock */
/** @typedef {import('./text-block.mjs').Unit} Unit */

const textBlock = /(q\n1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm\n(?:(?!BT\n|q\n).*\n)*BT\n)([\s\S]*?)(ET\nQ\n)/g;
// Scripts that are set one character after another: marks, joiners and every other script may make clusters.
const unclustered =
  /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*$/u;
// Tolerance in points within which two pen positions are equal.
const near = 0.05;

/** @param {TextBlock} block */
function penAfter({ x, size, units }) {
  return x + ((units.at(-1)?.end ?? 0) * size) / 1000;
}

/**
 * Whether the second block continues the cluster at the end of the first: it repeats the text at the pen's position, at
 * another height or back from one, and the document does not contain the text twice.
 * @param {TextBlock} first
 * @param {TextBlock} second
 * @param {string} said
 */
function continues(first, second, said) {
  const [end, start] = [first.units.at(-1), second.units[0]];
  if (!end || !start || end.text !== start.text || first.name !== second.name || first.size !== second.size)
    return false;
  // Where text runs from right to left a mark comes before its letter and does not move the pen.
  const pens = first.units.length === 1 ? [penAfter(first), first.x] : [penAfter(first)];
  if (pens.every((pen) => Math.abs(pen - second.x) > near) || Math.abs(first.y - second.y) > first.size) {
    return false;
  }
  const raised = first.y !== second.y || end.glyphs.some(({ y }) => y !== end.glyphs[0]?.y);
  if (!raised) return false;
  const before = utf16(first.units.at(-2)?.text ?? '');
  const after = utf16(second.units[1]?.text ?? '');
  const text = utf16(end.text);
  return !said.includes(before + text + text + after);
}

/**
 * Moves the part of a cluster at the beginning of the second block to the end of the first.
 * @param {TextBlock} first
 * @param {TextBlock} second
 */
function join(first, second) {
  const [end, start] = [first.units.at(-1), second.units.shift()];
  if (!end || !start) return;
  const scale = 1000 / first.size;
  const [dx, dy] = [(second.x - first.x) * scale, (second.y - first.y) * scale];
  end.glyphs.push(...start.glyphs.map(({ glyph, x, y }) => ({ glyph, x: x + dx, y: y + dy })));
  end.end = Math.max(end.end, start.end + dx);
  end.own = false;
}

/**
 * @param {string} content of a page
 * @param {(name: string) => ClusterFont | null} fontNamed
 * @param {string} said
 */
function rewritten(content, fontNamed, said) {
  /** @type {(TextBlock | null)[]} */
  const blocks = [...content.matchAll(textBlock)].map(([, , x, y, source = '']) =>
    readBlock(source, { x: Number(x), y: Number(y) }, fontNamed),
  );
  const counts = blocks.map((block) => block?.units.length);
  /** @type {TextBlock | null} */
  let open = null;
  for (const block of blocks) {
    while (open && block && block.units.length > 0 && continues(open, block, said)) join(open, block);
    if (!block || block.units.length > 0) open = block;
  }
  let index = -1;
  return content.replace(textBlock, (whole, opening, _x, _y, _source, closing) => {
    index += 1;
    const block = blocks[index];
    const same = !block || (block.units.every(({ own }) => own) && block.units.length === counts[index]);
    return same ? whole : `${opening}${writeBlock(block)}${closing}`;
  });
}

/**
 * Gives every cluster of glyphs one code whose text is the cluster's, so that a PDF is read the same with and without
 * /ActualText. The page looks as before. Fonts with PostScript outlines are not changed: they draw no clusters here.
 * @param {Uint8Array} pdf as the Typst compiler writes it
 * @param {string} said all text of the document, to distinguish a repeated syllable from one that is written twice
 * @returns {Uint8Array} the same bytes when the text has no clusters
 */
export function oneGlyphPerCluster(pdf, said) {
  if (unclustered.test(said)) return pdf;
  const file = new PdfFile(pdf);
  /** @type {Map<number, ClusterFont | null>} */
  const fonts = new Map();
  const pages = [...file.objects.values()].map(({ dict }) => dict).filter((dict) => /\/Type \/Page\b/.test(dict));
  for (const page of pages) {
    const names = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, Number(id)]));
    const fontNamed = (/** @type {string} */ name) => {
      const id = names.get(name) ?? -1;
      if (!fonts.has(id)) fonts.set(id, clusterFontOf(file, id));
      return fonts.get(id) ?? null;
    };
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    if (Number.isNaN(contents)) continue;
    const before = file.streamOf(contents).toString('latin1');
    const after = rewritten(before, fontNamed, said);
    if (after !== before) file.setStream(contents, Buffer.from(after, 'latin1'));
  }
  for (const font of fonts.values()) font?.write();
  return file.bytes();
}
