import { PdfTextReader } from '../pdf-text/pdf-text-reader';
import { column, pdfOf } from '../testing/pdf';
import { zipOf } from '../testing/zip';
import { explainFile, summarizeFile } from './explain';

const pdfs = new PdfTextReader();
const pdf = pdfOf([
  column(['! Mina Iyer', 'mina@example.com', 'b@example.com', '# Experience', 'Engineer, Acme @ 2019 – 2021'], 50, 790),
]);
const archive = zipOf([
  { name: 'Profile.csv', content: 'First Name,Industry\nMina,Software\n' },
  { name: 'Connections.csv', content: 'x' },
]);

it('explains the lines, headings, items and unplaced values of a PDF', async () => {
  const text = await explainFile(pdf, pdfs);
  expect(text).toContain('1: 595 × 842 pt, 6 runs');
  expect(text).toMatch(/ {2}work\n {4}1:5 {2}10\.0pt {2}x 50 {2}Engineer, Acme {2}⟷ {2}2019 – 2021/);
  expect(text).toContain('{"name":"Acme","position":"Engineer","startDate":"2019","endDate":"2021"}');
  expect(text).toContain('/pages/1/lines/3  field.taken  "b@example.com"');
});

it('explains the files of a LinkedIn archive, also those that are ignored', async () => {
  const text = await explainFile(archive, pdfs);
  expect(text).toContain('profile: 1 rows; First Name, Industry');
  expect(text).toContain('ignored: Connections.csv');
  expect(text).toContain('/profile/1/Industry  field.unknown  "Software"');
});

it('explains why a file is not imported', async () => {
  expect(await explainFile(Buffer.from('GIF89a'), pdfs)).toBe('Not imported: unknown-type');
});

it('summarizes a file in one line', async () => {
  expect(await summarizeFile(archive, pdfs)).toBe('linkedin: basics 1; repaired 0, unplaced 2, warnings 0');
});
