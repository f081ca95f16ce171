/** The square that an owner chose of a picture, independent of its size, as the picture is seen (upright). */
export interface Crop {
  /** The left edge, as a share of the picture's width. */
  x: number;
  /** The upper edge, as a share of the picture's height. */
  y: number;
  /** The length of a side, as a share of the picture's shorter edge. */
  side: number;
}

/** A square in whole pixels. */
export interface Square {
  left: number;
  top: number;
  side: number;
}

const roundingPixels = 1;

/**
 * The pixels of a crop: the largest square in the middle where nobody chose.
 * @returns null when the square is not inside of the picture, give or take a pixel of rounding
 */
export function squareOf(crop: Crop | undefined, width: number, height: number): Square | null {
  const shorter = Math.min(width, height);
  if (!crop) return { left: Math.floor((width - shorter) / 2), top: Math.floor((height - shorter) / 2), side: shorter };
  const side = Math.round(crop.side * shorter);
  const [left, top] = [Math.round(crop.x * width), Math.round(crop.y * height)];
  const outside = left + side > width + roundingPixels || top + side > height + roundingPixels;
  if (outside || left < 0 || top < 0 || side < 1) return null;
  return { left: Math.min(left, width - side), top: Math.min(top, height - side), side };
}
