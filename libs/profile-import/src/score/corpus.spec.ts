import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus, readWholeCorpus } from './corpus';
import { f1OfFile, measure, type Measured } from './measure';
import { isSampled, partOf } from './parts';
import { readReached } from './reached';
import { tableOfGroups, tableOfMakers } from './tables';

const reached = readReached();
const documentation = readFileSync(join(__dirname, '../../../../docs/import.md'), 'utf8');
const sample = [...readCorpus('developed'), ...readCorpus('open').filter(({ name }) => isSampled(name))];
const measured = new Map<string, Measured>();

describe('the corpus of résumés', () => {
  beforeAll(async () => {
    for (const one of await measure(sample)) measured.set(one.file.name, one);
  });

  it.each(sample.map(({ name }) => name))('reads a résumé at least as well as its stated score: %s', (name) => {
    const one = measured.get(name);
    if (!one) throw new Error('not measured');
    expect(f1OfFile(one)).toBeGreaterThanOrEqual(reached.files[name] ?? 1);
    expect(one.lost).toEqual([]);
    if (one.file.source.maker) expect(one.maker).toBe(one.file.source.maker);
  });

  it('places each stranger file in the part that the hash of its name decides', () => {
    const files = [...readCorpus('open'), ...readCorpus('held-out')];
    expect(files.filter(({ name, part }) => partOf(name) !== part)).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(150);
  });

  it('states the reached scores in the documentation', () => {
    const files = readWholeCorpus();
    for (const row of [...tableOfGroups(reached), ...tableOfMakers(reached, files)]) {
      if (!row.startsWith('| --- ')) expect(documentation.replace(/ +/g, ' ')).toContain(row);
    }
  });
});
