import { existsSync } from 'node:fs';
import { faceFilesOf } from './face-files';

const families = async (text: string, family = 'Fraunces') =>
  (await faceFilesOf(text, family, 600)).map((face) => face.family);

describe('the faces of a text', () => {
  it.each(['Source Serif 4', 'Source Sans 3', 'EB Garamond', 'IBM Plex Sans', 'IBM Plex Mono', 'Fraunces', 'Figtree'])(
    'are files in both weights: %s',
    async (family) => {
      for (const weight of [400, 600] as const) {
        const [face] = await faceFilesOf('Asha', family, weight);
        expect([face?.family, existsSync(face?.path ?? '')]).toEqual([family, true]);
      }
    },
  );

  it('selects the requested family and one for each other script of the text', async () => {
    expect(await families('Asha Rao')).toEqual(['Fraunces']);
    expect(await families('Asha आशा 王')).toEqual(['Fraunces', 'Noto Sans Devanagari', 'Source Han Sans']);
    expect(await families('김민수')).toEqual(['Fraunces', 'Source Han Sans KR']);
    expect(await families('Asha', 'A family of nobody')).toEqual(['Figtree']);
  });

  it('unpacks each font file once', async () => {
    const paths = await Promise.all(
      ['王', '小明'].map(async (text) => (await faceFilesOf(text, 'Figtree', 400))[1]?.path),
    );
    expect(paths[0]).toBe(paths[1]);
    expect(existsSync(paths[0] ?? '')).toBe(true);
  });
});
