import { createHash } from 'node:crypto';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { type Crop, type Square, squareOf } from '../domain/crop';
import { isWholePng } from './whole-png';
import { cropOutside, fileBroken, fileTypeRejected, tooManyPixels } from '../files.errors';

/** The widths, in pixels, in which a photo is stored; never wider than the upload. */
const photoWidths = [640, 320, 160] as const;

const acceptedFormats = new Set(['jpeg', 'png', 'webp']);

/** The maximum number of pixels of an upload: a small file can contain a picture that fills the memory. */
const maxPixels = 40_000_000;

/** A photo in one width and both formats. */
export interface EncodedSize {
  width: number;
  /** SHA-256 of the WebP bytes, in hexadecimal. */
  hash: string;
  webp: Buffer;
  jpg: Buffer;
}

// Only what we accept is ever decoded: no SVG, no PDF, no camera formats.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/**
 * Encodes an upload as square photos; nothing of the upload itself is stored, and no metadata. Cuts the chosen square of the upright
 * picture, by default the largest in the middle.
 * @throws {DomainError} `file.type` for what is no JPEG, PNG or WebP; `photo.pixels` for too many of them; `photo.crop` for a
 * square that leaves the picture; `file.broken` for what cannot be decoded
 */
export async function makePhotoSizes(upload: Uint8Array, crop?: Crop): Promise<EncodedSize[]> {
  const { format, width, height, autoOrient } = await describe(upload);
  if (!format || !acceptedFormats.has(format)) throw fileTypeRejected();
  if (width * height > maxPixels) throw tooManyPixels();
  const square = squareOf(crop, autoOrient.width, autoOrient.height);
  if (!square) throw cropOutside();
  if (format === 'png' && !isWholePng(upload)) throw fileBroken();
  const widths = photoWidths.filter((candidate) => candidate <= square.side);
  try {
    return await cut(upload, square, widths.length > 0 ? widths : [square.side]);
  } catch {
    throw fileBroken();
  }
}

/** Decodes the upload once, as pixels of the largest width alone; colours become sRGB on the way, metadata has no place. */
async function cut(upload: Uint8Array, { left, top, side }: Square, widths: readonly number[]): Promise<EncodedSize[]> {
  const { data, info } = await sharp(upload, { limitInputPixels: maxPixels, failOn: 'warning' })
    .autoOrient()
    .extract({ left, top, width: side, height: side })
    .resize(widths[0], widths[0])
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return Promise.all(widths.map((target) => encode(sharp(data, { raw: { width, height, channels } }), target)));
}

async function describe(upload: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(upload, { limitInputPixels: false }).metadata();
  } catch {
    throw fileTypeRejected();
  }
}

async function encode(picture: Sharp, width: number): Promise<EncodedSize> {
  const square = picture.resize(width, width);
  const [webp, jpg] = await Promise.all([
    square.clone().webp({ quality: 82 }).toBuffer(),
    square.clone().flatten({ background: '#ffffff' }).jpeg({ quality: 84, mozjpeg: true }).toBuffer(),
  ]);
  return { width, hash: createHash('sha256').update(webp).digest('hex'), webp, jpg };
}
