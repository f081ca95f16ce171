import { deflateSync } from 'node:zlib';
import { PhotoSizes } from './photo-sizes';
import { colourIn, describePicture, fourColours, pngOf, photoWithMetadata } from './testing/pictures';

const make = new PhotoSizes();

describe('PhotoSizes', () => {
  it('makes three squares, each as WebP and as JPEG', async () => {
    const made = await make.make(await photoWithMetadata(900, 700));
    expect(made.map(({ width }) => width)).toEqual([640, 320, 160]);
    for (const { width, webp, jpg } of made) {
      expect(await describePicture(webp)).toMatchObject({ width, height: width, format: 'webp' });
      expect(await describePicture(jpg)).toMatchObject({ width, height: width, format: 'jpeg' });
    }
  });

  it('keeps a small picture in its own width', async () => {
    const made = await make.make(await photoWithMetadata(90, 120));
    expect(made.map(({ width }) => width)).toEqual([90]);
  });

  it.each([
    ['upright', undefined],
    ['turned by its camera', 6],
    ['mirrored', 2],
  ])('cuts the square that the owner sees of a picture that is %s', async (_, orientation) => {
    const upload = await fourColours(orientation);
    const [corner] = await make.make(upload, { x: 0.5, y: 0, side: 0.5 });
    expect(await colourIn(corner?.jpg)).toBe('green');
    expect(await colourIn(corner?.webp)).toBe('green');
  });

  it('lets no metadata through, in any form', async () => {
    const upload = await photoWithMetadata(700, 700);
    expect(upload.includes('a secret in the photo')).toBe(true);
    for (const { webp, jpg } of await make.make(upload)) {
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

  it('refuses a square that leaves the picture', async () => {
    const upload = await photoWithMetadata(700, 700);
    await expect(make.make(upload, { x: 0.6, y: 0, side: 0.5 })).rejects.toMatchObject({ code: 'photo.crop' });
  });

  it('refuses a small file of very many pixels before it decodes them', async () => {
    const bomb = pngOf(30_000, 30_000, deflateSync(Buffer.alloc(10_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(make.make(bomb)).rejects.toMatchObject({ code: 'photo.pixels' });
  });

  it('refuses half of a picture', async () => {
    const whole = await photoWithMetadata(700, 700);
    await expect(make.make(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'file.broken' });
  });
});
