import { type CorpusFile, importerOf, readCorpus, readCorpusTexts } from './corpus';
import { floors } from './floors';
import { lostWords } from './lost-words';
import { f1, type Score, scoreOf, sumOf, wholeOf } from './score';

const texts = readCorpusTexts();
const scores: Score[] = [];

describe('the corpus of résumés', () => {
  it.each(readCorpus().map((file): [string, CorpusFile] => [file.name, file]))(
    'reads a résumé at least as well as its stated score: %s',
    async (name, { bytes, expected, source }) => {
      const imported = await importerOf(texts.get(name)).file(bytes);
      const score = scoreOf(expected, imported.document);
      scores.push(score);
      expect(f1(wholeOf(score.fields))).toBeGreaterThanOrEqual(floors.files[name] ?? 1);
      expect(lostWords(texts.get(name)?.pages ?? [], imported)).toEqual([]);
      if (source.maker) expect(imported.maker).toBe(source.maker);
    },
  );

  it('reads every field at least as well as its stated score', () => {
    const fields = Object.entries(floors.fields);
    const sum = sumOf(scores);
    const worse = fields.filter(([field, floor]) => f1(sum.get(field) ?? { expected: 0, read: 0, right: 0 }) < floor);
    expect(worse).toEqual([]);
  });
});
