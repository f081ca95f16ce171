/** The size of a picture, upright, in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** A square of a picture: its corner as shares of width and height, its side as a share of the shorter edge. */
export interface Crop {
  x: number;
  y: number;
  side: number;
}

/** Minimum side of a square: a fifth of the shorter edge, or 160 pixels where that is more. */
export function minSide({ width, height }: PictureSize): number {
  return Math.min(1, Math.max(0.2, 160 / Math.min(width, height)));
}

/** The square's side as shares of the width and of the height. */
export function sharesOf({ side }: Crop, { width, height }: PictureSize): { across: number; down: number } {
  const pixels = side * Math.min(width, height);
  return { across: pixels / width, down: pixels / height };
}

/** The largest square in the middle. */
export function centredCrop(picture: PictureSize): Crop {
  const { across, down } = sharesOf({ x: 0, y: 0, side: 1 }, picture);
  return { x: (1 - across) / 2, y: (1 - down) / 2, side: 1 };
}

/** The square moved by shares of its own side; it stops at the edges. */
export function movedCrop(crop: Crop, picture: PictureSize, right: number, down: number): Crop {
  const shares = sharesOf(crop, picture);
  return placedCrop(crop, picture, crop.x + right * shares.across, crop.y + down * shares.down);
}

/** The square with its corner at a place, or as near as the edges let it. */
export function placedCrop(crop: Crop, picture: PictureSize, x: number, y: number): Crop {
  const { across, down } = sharesOf(crop, picture);
  return { ...crop, x: clamp(0, x, 1 - across), y: clamp(0, y, 1 - down) };
}

/** The square with another side around the same middle. */
export function sizedCrop(crop: Crop, picture: PictureSize, side: number): Crop {
  const sized = { ...crop, side: clamp(minSide(picture), side, 1) };
  const [before, after] = [sharesOf(crop, picture), sharesOf(sized, picture)];
  const x = crop.x + (before.across - after.across) / 2;
  return placedCrop(sized, picture, x, crop.y + (before.down - after.down) / 2);
}

function clamp(min: number, value: number, max: number): number {
  return Math.max(min, Math.min(value, Math.max(min, max)));
}
