import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsEqual } from '../equality/canonical-json';
import { exportJsonResume } from './export-json-resume';
import { parseDocument } from '../parse/parse-document';
import { importJsonResume } from './import-json-resume';
import { packages, readResume, resumesOf, type ShippedFile } from './testing/shipped';

const files = packages.flatMap((name) => resumesOf(name, '.json'));
const account = readFileSync(join(__dirname, '../../../../docs/import.md'), 'utf8');

/** The repairs and unplaced values of the files that are not valid JSON Resume 1.x. */
const changed: Record<string, { repaired: string[]; unplaced: string[] }> = {
  'jsonresume-theme-macchiato/resume.json': {
    repaired: ['/basics/picture', '/education/0/gpa', '/projects/0/url'],
    unplaced: ['/projects/0/summary field.taken'],
  },
  'jsonresume-theme-onepage/resume.json': {
    repaired: [
      '/basics/picture',
      '/basics/website',
      '/work/0/company',
      '/work/0/website',
      '/education/0/gpa',
      '/volunteer/0/website',
      '/publications/0/website',
    ],
    unplaced: ['/work/0/details field.taken'],
  },
};

/** Every non-empty text in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** One row of the table in docs/import.md. */
function rowOf(file: ShippedFile): string {
  const resume = readResume(file);
  const { document, repaired, unplaced } = importJsonResume(resume);
  const texts = textsOf(resume);
  const stored = new Set(textsOf(document));
  const placed = texts.filter((text) => stored.has(text)).length;
  return [`\`${file.name}\``, texts.length, placed, repaired.length, unplaced.length].join(' | ');
}

describe('the résumés that packages ship', () => {
  it.each(packages)('finds résumés in %s as JSON and none as PDF', (name) => {
    expect(resumesOf(name, '.json').length).toBeGreaterThan(0);
    expect(resumesOf(name, '.pdf')).toEqual([]);
  });

  it.each(files)('imports $name and reports every text it does not place', (file) => {
    const resume = readResume(file);
    const { document, repaired, unplaced } = importJsonResume(resume);
    const reported = JSON.stringify([document, repaired, unplaced]);
    expect(textsOf(resume).filter((text) => !reported.includes(JSON.stringify(text)))).toEqual([]);
    expect({
      repaired: repaired.map(({ pointer }) => pointer),
      unplaced: unplaced.map(({ pointer, reason }) => `${pointer} ${reason}`),
    }).toEqual(changed[file.name] ?? { repaired: [], unplaced: [] });
    expect(parseDocument(document)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each(files.filter(({ name }) => !changed[name]))('imports and exports $name unchanged', (file) => {
    const resume = readResume(file);
    expect(documentsEqual(exportJsonResume(importJsonResume(resume).document), resume)).toBe(true);
  });

  it.each(files)('documents the counts of $name in docs/import.md', (file) => {
    expect(account.replace(/ +\| +/g, ' | ')).toContain(rowOf(file));
  });
});
