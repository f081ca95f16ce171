import sharp from 'sharp';

/** A JPEG of one colour, with a copyright in its metadata. */
export function photoWithMetadata(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#1e6b52' } })
    .withExif({ IFD0: { Copyright: 'a secret in the photo' } })
    .jpeg()
    .toBuffer();
}

/** What a picture is. */
export async function describePicture(bytes: Buffer) {
  const { width, height, format, exif } = await sharp(bytes).metadata();
  return { width, height, format, exif };
}
