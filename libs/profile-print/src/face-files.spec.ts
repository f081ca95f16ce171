import { existsSync } from 'node:fs';
import { faceFilesOf } from './face-files';

const families = (text: string, family = 'Fraunces') => faceFilesOf(text, family, 600).map((face) => face.family);

describe('the faces of a text', () => {
  it.each(['Source Serif 4', 'Source Sans 3', 'EB Garamond', 'IBM Plex Sans', 'IBM Plex Mono', 'Fraunces', 'Figtree'])(
    'finds the font files of %s in both weights',
    (family) => {
      for (const weight of [400, 600] as const) {
        const [face] = faceFilesOf('Asha', family, weight);
        expect([face?.family, existsSync(face?.path ?? '')]).toEqual([family, true]);
      }
    },
  );

  it('selects the requested family and one for each other script of the text', () => {
    expect(families('Asha Rao')).toEqual(['Fraunces']);
    expect(families('Asha आशा 王')).toEqual(['Fraunces', 'Noto Sans Devanagari', 'Noto Sans SC']);
    expect(families('김민수')).toEqual(['Fraunces', 'Noto Sans KR']);
    expect(families('ଓଡ଼ିଆ සිංහල ไทย 🚀')).toEqual([
      'Fraunces',
      'Noto Sans Oriya',
      'Noto Sans Sinhala',
      'Noto Sans Thai',
      'Noto Emoji',
    ]);
    expect(families('Asha', 'A family of nobody')).toEqual(['Figtree']);
  });

  it('finds both weights of Chinese, Japanese and Korean fonts', () => {
    for (const weight of [400, 600] as const) {
      const paths = faceFilesOf('王 김', 'Figtree', weight).map((face) => face.path);
      expect(paths.map((path) => existsSync(path))).toEqual([true, true, true]);
    }
  });
});
