const hexColour = /^#[0-9a-f]{6}$/i;
const readable = 4.5;

type Rgb = readonly [number, number, number];

function channels(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Contrast of a colour with white, 1 to 21. Formula: WCAG 2.2, relative luminance and contrast ratio. */
export function contrastWithWhite(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function darkened(hex: string, share: number): string {
  const hexOf = (value: number) =>
    Math.round(value * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channels(hex).map(hexOf).join('')}`;
}

/**
 * The owner's colour in its two uses: as chosen for surfaces and lines, and darkened until text in it can be read on
 * white (WCAG AA, 4.5:1); and what can be read on it. Null when the value is not a `#rrggbb` colour.
 */
export function accentInks(value: unknown): { fill: string; text: string; on: string } | null {
  if (typeof value !== 'string' || !hexColour.test(value)) return null;
  let text = value.toLowerCase();
  for (let share = 0.95; contrastWithWhite(text) < readable; share -= 0.05) text = darkened(value, share);
  const on = contrastWithWhite(value) >= readable ? '#ffffff' : '#17181c';
  return { fill: value.toLowerCase(), text, on };
}
