import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A face that programs other than the typesetter can load: a TrueType or OpenType file, and the family that it belongs to. */
export interface FaceFile {
  readonly family: string;
  readonly path: string;
}

const latin: Record<string, string> = {
  'Source Serif 4': 'source-serif-4/*/SourceSerif4_*',
  'Source Sans 3': 'source-sans-3/*/SourceSans3_*',
  'EB Garamond': 'eb-garamond/*/EBGaramond_*',
  'IBM Plex Sans': 'ibm-plex-sans/*/IBMPlexSans_*',
  'IBM Plex Mono': 'ibm-plex-mono/*/IBMPlexMono_*',
  Fraunces: 'fraunces/*/Fraunces_*',
  Figtree: 'figtree/*/Figtree_*',
};
const fallback = 'Figtree';

const noto: readonly (readonly [string, RegExp])[] = [
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Oriya', /\p{Script=Oriya}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Myanmar', /\p{Script=Myanmar}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['SC', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u],
  ['KR', /\p{Script=Hangul}/u],
];

const emoji = /\p{Emoji_Presentation}|\ufe0f/u;

/**
 * The fonts in which a PDF sets a text: the requested family and one for each script that it lacks.
 * @param family one
 * of the included families; another is replaced by one of them
 */
export function faceFilesOf(text: string, family: string, weight: 400 | 600): FaceFile[] {
  const style = weight === 600 ? '600SemiBold' : '400Regular';
  const own = latin[family] ? family : fallback;
  const scripts = noto.filter(([, belongs]) => belongs.test(text));
  return [
    { family: own, path: googleFont(latin[own] ?? '', style) },
    ...scripts.map(([script]) => ({
      family: `Noto Sans ${script}`,
      path: googleFont(`noto-sans-${script.toLowerCase()}/*/NotoSans${script}_*`, style),
    })),
    ...(emoji.test(text) ? [{ family: 'Noto Emoji', path: googleFont('noto-emoji/*/NotoEmoji_*', style) }] : []),
  ];
}

function googleFont(pattern: string, style: string): string {
  return require.resolve(`@expo-google-fonts/${pattern.replaceAll('*', style)}.ttf`);
}
