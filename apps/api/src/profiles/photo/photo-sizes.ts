import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sharp, { type Metadata } from 'sharp';
import { fileBroken, fileTypeRefused } from '../profiles.errors';

/** The widths, in pixels, in which a photo is kept; never wider than it came. */
export const photoWidths = [640, 320, 160] as const;

const acceptedFormats = new Set(['jpeg', 'png', 'webp']);
const mostPixels = 40_000_000;

/** A photo in one width and both forms. */
export interface MadeSize {
  width: number;
  /** SHA-256 of the WebP bytes, in hexadecimal. */
  hash: string;
  webp: Buffer;
  jpg: Buffer;
}

// Only what we accept is ever decoded: no SVG, no PDF, no camera formats.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Makes square photos of what was uploaded; nothing of the upload itself is kept, its metadata least of all. */
@Injectable()
export class PhotoSizes {
  /** @throws {DomainError} `file.type` for what is no JPEG, PNG or WebP; `file.broken` for what cannot be decoded */
  async make(upload: Uint8Array): Promise<MadeSize[]> {
    const { format, width, height } = await this.describe(upload);
    if (!format || !acceptedFormats.has(format)) throw fileTypeRefused();
    const side = Math.min(width, height);
    const widths = photoWidths.filter((candidate) => candidate <= side);
    try {
      return await Promise.all((widths.length > 0 ? widths : [side]).map((target) => this.size(upload, target)));
    } catch {
      throw fileBroken();
    }
  }

  private async describe(upload: Uint8Array): Promise<Metadata> {
    try {
      return await sharp(upload, { limitInputPixels: mostPixels }).metadata();
    } catch {
      throw fileTypeRefused();
    }
  }

  private async size(upload: Uint8Array, width: number): Promise<MadeSize> {
    const square = sharp(upload, { limitInputPixels: mostPixels, failOn: 'warning' })
      .rotate()
      .resize(width, width, { fit: 'cover', position: 'attention' });
    const [webp, jpg] = await Promise.all([
      square.clone().webp({ quality: 82 }).toBuffer(),
      square.clone().flatten({ background: '#ffffff' }).jpeg({ quality: 84, mozjpeg: true }).toBuffer(),
    ]);
    return { width, hash: createHash('sha256').update(webp).digest('hex'), webp, jpg };
  }
}
