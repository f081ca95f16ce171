import sharp from 'sharp';
import { type CardContent, drawCardPicture } from './card-picture';
import { qrCodeOf } from './qr-code';

const content: CardContent = {
  name: 'Meenakshi Iyer',
  label: 'Staff engineer',
  place: 'Chennai',
  address: 'canar.example/p/meenakshi',
  rtl: false,
  accent: '#1e6b52',
  family: 'Figtree',
  photo: null,
};

/** How many pixels of a card are dark, which is what its letters are. */
async function inkOf(changed: Partial<CardContent>): Promise<number> {
  const png = await drawCardPicture({ ...content, ...changed });
  const { width, height, format } = await sharp(png).metadata();
  expect({ width, height, format }).toEqual({ width: 1_200, height: 630, format: 'png' });
  const grey = await sharp(png).greyscale().raw().toBuffer();
  return grey.filter((value) => value < 128).length;
}

describe('a card', () => {
  it.each([
    ['Devanagari', 'मीनाक्षी अय्यर'],
    ['Tamil', 'மீனாட்சி ஐயர்'],
    ['Telugu', 'మీనాక్షి అయ్యర్'],
    ['Bengali', 'মীনাক্ষী আইয়ার'],
    ['Gujarati', 'મીનાક્ષી ઐયર'],
    ['Gurmukhi', 'ਮੀਨਾਕਸ਼ੀ ਅਈਅਰ'],
    ['Kannada', 'ಮೀನಾಕ್ಷಿ ಅಯ್ಯರ್'],
    ['Malayalam', 'മീനാക്ഷി അയ്യർ'],
    ['Arabic', 'عائشة الرحمن'],
    ['Hebrew', 'נועה לוי'],
    ['Han', '王小明'],
    ['Hangul', '김민수'],
  ])('draws a name in %s', async (_, name) => {
    expect((await inkOf({ name })) - (await inkOf({ name: '' }))).toBeGreaterThan(2_000);
  });

  it('draws empty, long, right-to-left, markup and control texts on a card', async () => {
    await inkOf({ name: '', label: '', place: '' });
    await inkOf({ name: '<b>&amp; "Rao" </span>\u0000\u202e', label: '<', place: '&' });
    await inkOf({ name: 'A'.repeat(5_000), label: 'long words '.repeat(400), place: 'x'.repeat(300) });
    await inkOf({ name: 'عائشة', rtl: true, family: 'no such family' });
  });

  it('draws the photo of a card as a disc', async () => {
    const photo = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer();
    const dark = (await inkOf({ photo })) - (await inkOf({}));
    expect(Math.abs(dark / (Math.PI * 130 ** 2) - 1)).toBeLessThan(0.1);
  });
});

/** The modules of a code whose middle is dark. @param side the modules of a row */
async function darkIn(png: Buffer, side: number): Promise<Set<string>> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const size = info.width / side;
  expect(Number.isInteger(size)).toBe(true);
  const places = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const);
  const middle = (at: number) => Math.floor((at + 0.5) * size);
  const dark = places.filter(([x, y]) => Number(data[(middle(y) * info.width + middle(x)) * info.channels]) < 128);
  return new Set(dark.map(([x, y]) => `${x},${y}`));
}

describe('a QR code', () => {
  it('draws the same QR code in both formats, with finders and quiet zone', async () => {
    const address = 'https://canar.example/p/meenakshi';
    const svg = (await qrCodeOf(address, 'svg')).toString();
    const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
    expect(await darkIn(await qrCodeOf(address, 'png'), side)).toEqual(dark);
    const finder = (x: number, y: number) =>
      [0, 6].every((step) => dark.has(`${x + step},${y}`) && dark.has(`${x},${y + step}`));
    expect([finder(4, 4), finder(side - 11, 4), finder(4, side - 11)]).toEqual([true, true, true]);
    expect([...dark].some((place) => place.split(',').some((at) => Number(at) < 4 || Number(at) >= side - 4))).toBe(
      false,
    );
  });
});
