import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, '../app/styles/theme.css'), 'utf8');

type Scheme = 'light' | 'dark';
type Pair = [ink: string, ground: string, least: number];

/** WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls and the focus ring (1.4.11). */
const TEXT = 4.5;
const EDGE = 3;
const grounds = ['paper', 'raised', 'sunken'];

const pairs: Pair[] = [
  ...grounds.flatMap((ground): Pair[] => [
    ...(['ink', 'muted', 'leaf', 'brick'] as const).map((ink): Pair => [ink, ground, TEXT]),
    ...(['edge', 'focus'] as const).map((ink): Pair => [ink, ground, EDGE]),
  ]),
  ['on-canary', 'canary', TEXT],
  ['on-canary', 'canary-hover', TEXT],
  ['paper', 'ink', TEXT],
  ['ink', 'canary-soft', TEXT],
  ['ink', 'leaf-soft', TEXT],
  ['leaf', 'leaf-soft', TEXT],
  ['ink', 'brick-soft', TEXT],
  ['brick', 'brick-soft', TEXT],
  ['raised', 'leaf', EDGE],
];

function colourOf(token: string, scheme: Scheme): string {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = found?.[scheme === 'light' ? 1 : 2];
  if (!value) throw new Error(`theme.css has no colour --${token}`);
  return value;
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Scheme>(['light', 'dark'])('the colours of the %s theme', (scheme) => {
  it.each(pairs)('gives %s on %s a contrast of at least %s', (ink, ground, least) => {
    expect(contrast(colourOf(ink, scheme), colourOf(ground, scheme))).toBeGreaterThanOrEqual(least);
  });
});

it('measures contrast as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
