type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#abc` or `#aabbcc`; `null` for anything else. */
export function parseHex(text: string | undefined): Rgb | null {
  const match = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))$/i.exec(
    text?.trim() ?? '',
  );
  if (!match) return null;
  const [red, green, blue] = match
    .slice(1)
    .filter(Boolean)
    .map((part) => parseInt(part.length === 1 ? part + part : part, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance by WCAG 2.2, 0 to 1. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two hex colours by WCAG 2.2, 1 to 21; 1 when one is no colour. */
export function contrast(first: string, second: string): number {
  const [a, b] = [parseHex(first), parseHex(second)];
  if (!a || !b) return 1;
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour nearest to the wanted one that keeps a contrast on a background, moving towards black or white.
 * @param ratio 4.5 for text, 3 for lines that carry meaning (WCAG 2.2, 1.4.3 and 1.4.11)
 */
export function visibleOn(background: string, wanted: string, ratio: number): string {
  const colour = parseHex(wanted);
  if (!colour) return wanted;
  const goal = contrast('#000000', background) > contrast('#ffffff', background) ? 0 : 255;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = colour.map((channel) => channel + ((goal - channel) * step) / 20) as unknown as Rgb;
    if (contrast(toHex(mixed), background) >= ratio) return toHex(mixed);
  }
  return goal === 0 ? '#000000' : '#ffffff';
}
