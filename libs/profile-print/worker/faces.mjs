import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// Only the fonts of the templates: every registered font costs memory and time in each child.
const latin = [
  'source-serif-4/400Regular/SourceSerif4_400Regular',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'source-sans-3/400Regular/SourceSans3_400Regular',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold',
  'source-sans-3/700Bold/SourceSans3_700Bold',
  'eb-garamond/400Regular/EBGaramond_400Regular',
  'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic',
  'eb-garamond/600SemiBold/EBGaramond_600SemiBold',
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular',
  'ibm-plex-sans/400Regular_Italic/IBMPlexSans_400Regular_Italic',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold',
  'ibm-plex-mono/400Regular/IBMPlexMono_400Regular',
  'ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold',
  'fraunces/400Regular/Fraunces_400Regular',
  'fraunces/600SemiBold/Fraunces_600SemiBold',
  'figtree/400Regular/Figtree_400Regular',
  'figtree/400Regular_Italic/Figtree_400Regular_Italic',
  'figtree/600SemiBold/Figtree_600SemiBold',
  'figtree/700Bold/Figtree_700Bold',
];
const scripts = [
  'Devanagari',
  'Tamil',
  'Telugu',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Arabic',
  'Hebrew',
  'Oriya',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Georgian',
  'Armenian',
  'Ethiopic',
].flatMap(notoSans);
// Symbols, arrows and emoji in one colour, for what the fonts of letters lack.
const symbols = [
  ...notoSans('Symbols'),
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular',
  'noto-sans-math/400Regular/NotoSansMath_400Regular',
  'noto-emoji/400Regular/NotoEmoji_400Regular',
  'noto-emoji/600SemiBold/NotoEmoji_600SemiBold',
];
// Han characters and kana in the one, Hangul in the other.
const eastAsian = ['SC', 'KR'].flatMap(notoSans);

const eastAsianText =
  /[\u1100-\u11ff\u2e80-\u303f\u3040-\u33ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

/**
 * Whether a text needs the East Asian fonts, which are five times as large as all the others.
 * @param {string} text
 */
export function isEastAsian(text) {
  return eastAsianText.test(text);
}

/** The fonts of the templates, of symbols and of every script except the East Asian ones, as TrueType files. */
export function alphabeticFaces() {
  return [...latin, ...scripts, ...symbols].map(read);
}

/** The East Asian fonts, as TrueType files. */
export function eastAsianFaces() {
  return eastAsian.map(read);
}

/** @param {string} script */
function notoSans(script) {
  return ['400Regular', '600SemiBold'].map(
    (weight) => `noto-sans-${script.toLowerCase()}/${weight}/NotoSans${script}_${weight}`,
  );
}

/** @param {string} face */
function read(face) {
  return readFileSync(require.resolve(`@expo-google-fonts/${face}.ttf`));
}
