import { deflateSync } from 'node:zlib';
import { makePhotoSizes } from './photo-sizes';
import { colourIn, describePicture, fourColours, pngOf, photoWithMetadata } from './testing/pictures';

describe('photo sizes', () => {
  it('encodes a photo in three sizes, each as WebP and JPEG', async () => {
    const made = await makePhotoSizes(await photoWithMetadata(900, 700));
    expect(made.map(({ width }) => width)).toEqual([640, 320, 160]);
    for (const { width, webp, jpg } of made) {
      expect(await describePicture(webp)).toMatchObject({ width, height: width, format: 'webp' });
      expect(await describePicture(jpg)).toMatchObject({ width, height: width, format: 'jpeg' });
    }
  });

  it('encodes a small photo without enlarging it', async () => {
    const made = await makePhotoSizes(await photoWithMetadata(90, 120));
    expect(made.map(({ width }) => width)).toEqual([90]);
  });

  it.each([
    ['upright', undefined],
    ['turned by its camera', 6],
    ['mirrored', 2],
  ])('crops the square that the owner sees of a picture that is %s', async (_, orientation) => {
    const upload = await fourColours(orientation);
    const [corner] = await makePhotoSizes(upload, { x: 0.5, y: 0, side: 0.5 });
    expect(await colourIn(corner?.jpg)).toBe('green');
    expect(await colourIn(corner?.webp)).toBe('green');
  });

  it('removes all metadata from a photo, in every format', async () => {
    const upload = await photoWithMetadata(700, 700);
    expect(upload.includes('a secret in the photo')).toBe(true);
    for (const { webp, jpg } of await makePhotoSizes(upload)) {
      for (const bytes of [webp, jpg]) {
        for (const mark of [
          'secret',
          'Exif',
          'EXIF',
          'http://ns.adobe.com',
          'XMP ',
          'ICC_PROFILE',
          'ICCP',
          'Photoshop',
        ]) {
          expect({ mark, found: bytes.includes(mark) }).toEqual({ mark, found: false });
        }
      }
    }
  });

  it('rejects a crop outside the picture', async () => {
    const upload = await photoWithMetadata(700, 700);
    await expect(makePhotoSizes(upload, { x: 0.6, y: 0, side: 0.5 })).rejects.toMatchObject({ code: 'photo.crop' });
  });

  it('rejects a small file of very many pixels before decoding it', async () => {
    const bomb = pngOf(30_000, 30_000, deflateSync(Buffer.alloc(10_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(makePhotoSizes(bomb)).rejects.toMatchObject({ code: 'photo.pixels' });
  });

  it('rejects a truncated picture', async () => {
    const whole = await photoWithMetadata(700, 700);
    await expect(makePhotoSizes(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'file.broken' });
  });

  it('rejects a PNG without its end or with a wrong checksum', async () => {
    const whole = pngOf(4, 4, deflateSync(Buffer.alloc(20)));
    expect(await makePhotoSizes(whole)).toHaveLength(1);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
    for (const broken of [whole.subarray(0, -12), damaged]) {
      await expect(makePhotoSizes(broken)).rejects.toMatchObject({ code: 'file.broken' });
    }
  });
});
