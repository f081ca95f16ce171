import fc from 'fast-check';
import { squareOf } from './crop';

describe('squareOf', () => {
  it.each([
    [800, 600, { left: 100, top: 0, side: 600 }],
    [600, 801, { left: 0, top: 100, side: 600 }],
  ])('crops the middle of %d × %d by default', (width, height, square) => {
    expect(squareOf(undefined, width, height)).toEqual(square);
  });

  it('measures x by the width, y by the height, the side by the shorter edge', () => {
    expect(squareOf({ x: 0.5, y: 0.25, side: 0.5 }, 800, 400)).toEqual({ left: 400, top: 100, side: 200 });
  });

  it.each([
    { x: 0.5, y: 0, side: 1 },
    { x: 0, y: -0.1, side: 0.5 },
    { x: 0, y: 0, side: 0 },
    { x: 0, y: 0, side: 1.2 },
  ])('rejects the crop %j, which is outside', (crop) => expect(squareOf(crop, 400, 400)).toBeNull());

  it('never returns a square outside the picture', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const edge = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(share, share, share, edge, edge, (x, y, side, width, height) => {
        const square = squareOf({ x, y, side }, width, height);
        if (!square) return;
        expect(square.left).toBeGreaterThanOrEqual(0);
        expect(square.top).toBeGreaterThanOrEqual(0);
        expect(square.side).toBeGreaterThanOrEqual(1);
        expect(square.left + square.side).toBeLessThanOrEqual(width);
        expect(square.top + square.side).toBeLessThanOrEqual(height);
      }),
    );
  });
});
