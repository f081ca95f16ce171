import { faceFilesOf } from '@canar/profile-print';
import sharp, { type OverlayOptions } from 'sharp';
import { cardSize } from './card-size';

/** The content of a card. */
export interface CardContent {
  name: string;
  label: string;
  place: string;
  /** Where the page is, as people say it: host and path. */
  address: string;
  /** Whether the profile's language runs from right to left. */
  rtl: boolean;
  /** The design's colour, as #rrggbb. */
  accent: string;
  /** The family of the design's titles. */
  family: string;
  /** A square JPEG. */
  photo: Uint8Array | null;
}

interface Line {
  text: string;
  family: string;
  colour: string;
  /** Sizes in pixels to try, largest first; the last is taken when none fits. */
  sizes: readonly number[];
  weight: 'SemiBold' | '';
  height: number;
}

interface DrawnLine {
  input: Buffer;
  width: number;
  height: number;
}

const background = '#fbfaf6';
const ink = '#17181c';
const muted = '#5c5f68';
const margin = 84;
const barHeight = 18;
const photoSide = 260;
const gap = 26;
const maxLength = 140;

/**
 * Draws a social card as PNG. The faces are those of the PDF, so that a name in any of its scripts is drawn;
 * texts reach Pango with everything escaped that it would take for markup.
 */
export async function drawCardPicture(content: CardContent): Promise<Buffer> {
  const { name, label, place, address, family, photo } = content;
  const width = cardSize.width - 2 * margin - (photo ? photoSide + 48 : 0);
  const upper = await drawLines(
    [
      { text: name, family, colour: ink, sizes: [92, 80, 68, 58, 50, 42], weight: 'SemiBold', height: 230 },
      { text: label, family, colour: ink, sizes: [42, 36, 30], weight: '', height: 100 },
      { text: place, family, colour: muted, sizes: [32, 28], weight: '', height: 44 },
    ],
    width,
  );
  const foot = await drawLines(
    [{ text: address, family, colour: muted, sizes: [28, 24], weight: '', height: 40 }],
    1_032,
  );
  const tall = upper.reduce((sum, { height }) => sum + height + gap, -gap);
  const top = Math.max(barHeight + 40, Math.round((cardSize.height - 60 - tall) / 2));
  const layers = [...stacked(upper, top, content.rtl), ...stacked(foot, cardSize.height - margin + 8, content.rtl)];
  if (photo) layers.push(await portraitOf(photo, content.rtl));
  return sharp({ create: { ...cardSize, channels: 3, background } })
    .composite([{ input: bar(content.accent), top: 0, left: 0 }, ...layers])
    .png()
    .toBuffer();
}

function bar(background: string): OverlayOptions['input'] {
  return { create: { width: cardSize.width, height: barHeight, channels: 3, background } };
}

function stacked(lines: DrawnLine[], from: number, rtl: boolean): OverlayOptions[] {
  let top = from;
  return lines.map(({ input, width, height }) => {
    const layer = { input, top, left: rtl ? cardSize.width - margin - width : margin };
    top += height + gap;
    return layer;
  });
}

async function drawLines(lines: Line[], width: number): Promise<DrawnLine[]> {
  const drawn: DrawnLine[] = [];
  for (const line of lines) {
    const text = tidied(line.text);
    if (text !== '') drawn.push(await drawLine({ ...line, text }, width));
  }
  return drawn;
}

/** One line of text without what cannot be drawn, and not longer than a card has room for. */
function tidied(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const graphemes = [...new Intl.Segmenter().segment(flat)].map(({ segment }) => segment);
  return graphemes.length <= maxLength
    ? flat
    : `${graphemes
        .slice(0, maxLength - 1)
        .join('')
        .trim()}…`;
}

async function drawLine(line: Line, width: number): Promise<DrawnLine> {
  const families = await registered(line);
  let smallest: DrawnLine | undefined;
  for (const size of line.sizes) {
    const { data, info } = await setText(line, families, size, width);
    const drawn = { input: data, width: info.width, height: info.height };
    if (info.width <= width && info.height <= line.height) return drawn;
    smallest = drawn;
  }
  return cut(smallest, width, line.height);
}

async function cut(drawn: DrawnLine | undefined, width: number, height: number): Promise<DrawnLine> {
  if (!drawn) throw new Error('A line of a card has no size.');
  const size = { width: Math.min(width, drawn.width), height: Math.min(height, drawn.height) };
  return {
    input: await sharp(drawn.input)
      .extract({ left: 0, top: 0, ...size })
      .toBuffer(),
    ...size,
  };
}

/** Sets a text in the faces that are registered. */
function setText(line: Line, families: string, size: number, width: number) {
  const markup = `<span foreground="${line.colour}">${escaped(line.text)}</span>`;
  const font = `${families} ${line.weight} ${size}`;
  // At 72 dots per inch a point is a pixel.
  return sharp({ text: { text: markup, font, width, dpi: 72, rgba: true, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** Makes the faces known that a text needs. A face stays known to the process; a second time costs nothing. */
const known = new Set<string>();

async function registered({ text, family, weight }: Line): Promise<string> {
  const faces = faceFilesOf(text, family, weight === 'SemiBold' ? 600 : 400);
  for (const { path } of faces) {
    if (known.has(path)) continue;
    await sharp({ text: { text: 'x', fontfile: path, dpi: 72 } })
      .raw()
      .toBuffer();
    known.add(path);
  }
  return faces.map((face) => face.family).join(',');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

async function portraitOf(photo: Uint8Array, rtl: boolean): Promise<OverlayOptions> {
  const input = await sharp(photo)
    .resize(photoSide, photoSide)
    .ensureAlpha()
    .composite([
      { input: disc(photoSide), raw: { width: photoSide, height: photoSide, channels: 4 }, blend: 'dest-in' },
    ])
    .png()
    .toBuffer();
  const left = rtl ? margin : cardSize.width - margin - photoSide;
  return { input, left, top: Math.round((cardSize.height - photoSide) / 2) - 20 };
}

/** An opaque disc in a transparent square, its edge smoothed over one pixel. */
function disc(side: number): Buffer {
  const pixels = Buffer.alloc(side * side * 4);
  const radius = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x + 0.5 - radius, y + 0.5 - radius);
      pixels[(y * side + x) * 4 + 3] = Math.round(255 * Math.min(1, Math.max(0, radius - distance)));
    }
  }
  return pixels;
}
