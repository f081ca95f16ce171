import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A JPEG of one colour, with a copyright, an ICC profile and XMP in its metadata. */
export function photoWithMetadata(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#1e6b52' } })
    .withExif({ IFD0: { Copyright: 'a secret in the photo' } })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

const colours = { red: '#ff0000', green: '#00ff00', blue: '#0000ff', white: '#ffffff' };

/**
 * A JPEG of 400 × 400 that is seen as red, green / blue, white by rows.
 * @param orientation the EXIF orientation with which it is stored
 */
export async function fourColours(orientation?: number): Promise<Buffer> {
  const tile = (background: string) => ({ create: { width: 200, height: 200, channels: 3 as const, background } });
  const seen = await sharp({ create: { width: 400, height: 400, channels: 3, background: colours.white } })
    .composite([
      { input: tile(colours.red), left: 0, top: 0 },
      { input: tile(colours.green), left: 200, top: 0 },
      { input: tile(colours.blue), left: 0, top: 200 },
    ])
    .png()
    .toBuffer();
  const stored = sharp(seen);
  if (orientation === 6) stored.rotate(-90);
  if (orientation === 2) stored.flop();
  if (orientation !== undefined) stored.withMetadata({ orientation });
  return stored.jpeg({ quality: 100 }).toBuffer();
}

/** The name of the colour in the middle of a picture. */
export async function colourIn(bytes: Buffer | undefined): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3).map((value) => (value > 128 ? 1 : 0));
  const names = new Map([
    ['100', 'red'],
    ['010', 'green'],
    ['001', 'blue'],
    ['111', 'white'],
  ]);
  return names.get(`${red}${green}${blue}`) ?? 'another';
}

/** A PNG (ISO/IEC 15948) of grey pixels with these compressed rows, whatever its header claims. */
export function pngOf(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** What a picture is. */
export async function describePicture(bytes: Buffer) {
  const { width, height, format, exif } = await sharp(bytes).metadata();
  return { width, height, format, exif };
}
