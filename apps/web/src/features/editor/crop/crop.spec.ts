import fc from 'fast-check';
import { centredCrop, movedCrop, sharesOf, sizedCrop, minSide } from './crop';

const wide = { width: 800, height: 400 };

describe('a crop', () => {
  it('starts a crop with the largest square in the middle', () => {
    expect(centredCrop(wide)).toEqual({ x: 0.25, y: 0, side: 1 });
  });

  it('moves a crop by its own side and stops at the edge', () => {
    expect(movedCrop(centredCrop(wide), wide, 0.25, 3)).toEqual({ x: 0.375, y: 0, side: 1 });
    expect(movedCrop(centredCrop(wide), wide, 9, 0).x).toBe(0.5);
  });

  it('resizes a crop around its centre within its limits', () => {
    expect(sizedCrop(centredCrop(wide), wide, 0.5)).toEqual({ x: 0.375, y: 0.25, side: 0.5 });
    expect(sizedCrop(centredCrop(wide), wide, 0).side).toBe(0.4);
    expect(minSide({ width: 100, height: 90 })).toBe(1);
  });

  it('holds a crop inside the picture after any sequence of actions', () => {
    const edge = fc.integer({ min: 1, max: 9_000 });
    const act = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }));
    fc.assert(
      fc.property(edge, edge, fc.array(act), (width, height, acts) => {
        const picture = { width, height };
        const crop = acts.reduce(
          (now, [a, b]) => sizedCrop(movedCrop(now, picture, a, b), picture, a),
          centredCrop(picture),
        );
        const { across, down } = sharesOf(crop, picture);
        expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(crop.x + across, crop.y + down)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
