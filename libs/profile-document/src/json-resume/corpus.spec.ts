import { parseDocument } from '../parse/parse-document';
import { importJsonResume } from './import-json-resume';
import { people } from './testing/corpus';
import { sectionShapes } from './testing/corpus-sections';

const corpus = [...people, ...sectionShapes];

describe('a résumé as it is met', () => {
  it.each(corpus)('imports: $shape', ({ resume, document, repaired = [], unplaced = [], warnings = [] }) => {
    const before = JSON.stringify(resume);
    const imported = importJsonResume(resume);
    expect(imported.document).toEqual(document);
    expect(imported.repaired.map(({ pointer }) => pointer).sort()).toEqual([...repaired].sort());
    expect(imported.unplaced.map(({ pointer, reason }) => `${pointer} ${reason}`).sort()).toEqual([...unplaced].sort());
    const parsed = parseDocument(imported.document);
    expect(parsed.ok && parsed.warnings.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(
      [...warnings].sort(),
    );
    expect(JSON.stringify(resume)).toBe(before);
  });

  it('covers at least thirty shapes of résumés', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(30);
  });
});
