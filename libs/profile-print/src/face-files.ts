import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWoff2 } from '../worker/open-woff2.mjs';

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
];
const eastAsian: readonly (readonly [string, string, RegExp])[] = [
  [
    'Source Han Sans',
    'SourceHanSansCN',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  ],
  ['Source Han Sans KR', 'SourceHanSansKR', /\p{Script=Hangul}/u],
];

/**
 * The faces in which paper sets a text: the family that is asked for and one for each script in the text that it lacks.
 * @param family one of the families on board; another is replaced by one of them
 * @param weight 400 or 600; scripts of East Asia have one weight
 */
export async function faceFilesOf(text: string, family: string, weight: 400 | 600): Promise<FaceFile[]> {
  const style = weight === 600 ? '600SemiBold' : '400Regular';
  const own = latin[family] ? family : fallback;
  const scripts = noto.flatMap(([script, belongs]) =>
    belongs.test(text)
      ? [
          {
            family: `Noto Sans ${script}`,
            path: googleFont(`noto-sans-${script.toLowerCase()}/*/NotoSans${script}_*`, style),
          },
        ]
      : [],
  );
  const unpacked = eastAsian.filter(([, , belongs]) => belongs.test(text));
  return [
    { family: own, path: googleFont(latin[own] ?? '', style) },
    ...scripts,
    ...(await Promise.all(unpacked.map(async ([name, file]) => ({ family: name, path: await openFile(file) })))),
  ];
}

function googleFont(pattern: string, style: string): string {
  return require.resolve(`@expo-google-fonts/${pattern.replaceAll('*', style)}.ttf`);
}

const opened = new Map<string, Promise<string>>();

/** Unpacks a WOFF2 face into a temporary file, once in the life of the process, which takes it away when it ends. */
function openFile(name: string): Promise<string> {
  const path = opened.get(name) ?? unpack(name);
  opened.set(name, path);
  path.catch(() => opened.delete(name));
  return path;
}

async function unpack(name: string): Promise<string> {
  const face = openWoff2(await readFile(require.resolve(`@librescore/fonts/${name}.min.woff2`)));
  const folder = await mkdtemp(join(tmpdir(), 'canar-face-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `${name}.otf`);
  await writeFile(path, face);
  return path;
}
