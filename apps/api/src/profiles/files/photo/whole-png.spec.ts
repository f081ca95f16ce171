import { deflateSync } from 'node:zlib';
import { pngOf } from './testing/pictures';
import { isWholePng } from './whole-png';

describe('isWholePng', () => {
  const png = pngOf(4, 4, deflateSync(Buffer.alloc(200, 7)));

  it('accepts a PNG as it was written', () => {
    expect(isWholePng(png)).toBe(true);
  });

  it('rejects a PNG that is cut short anywhere', () => {
    for (let length = 0; length < png.length; length += 1) expect(isWholePng(png.subarray(0, length))).toBe(false);
  });

  it('rejects a PNG with a changed byte', () => {
    for (let at = 8; at < png.length; at += 1) {
      const damaged = Buffer.from(png);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(isWholePng(damaged)).toBe(false);
    }
  });
});
