import { execFileSync } from 'node:child_process';
import type { ProfileDocument } from '@canar/profile-document';
import { programPath } from '@canar/test-programs';
import { printTemplates } from './print-job';
import { ProfilePrinter } from './profile-printer';
import { longCareer } from './testing/long-career';
import { patientMs } from './testing/over-its-limit';
import { tornPositions } from './testing/torn-positions';

const program = programPath('pdftotext', process.env);
const suite = program === null ? describe.skip : describe;

suite('pdftotext', () => {
  let printer: ProfilePrinter;
  beforeAll(() => {
    printer = new ProfilePrinter({ startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  });
  afterAll(() => printer.close());

  /** The pages of a document as pdftotext writes them by default. */
  const pagesOf = async (document: ProfileDocument, template: (typeof printTemplates)[number]) => {
    const { pdf } = await printer.print({ document, template, locale: 'en' });
    return execFileSync(program ?? '', ['-', '-'], { input: pdf, encoding: 'utf8' }).split('\f');
  };

  it.each(printTemplates)(
    'reads titles, employers and dates before their text in the template %s',
    async (template) => {
      for (const spacing of ['normal', 'compact'] as const) {
        const document = { ...longCareer(5), meta: { canar: { design: { spacing } } } };
        expect(tornPositions((await pagesOf(document, template)).join(' '))).toEqual([]);
      }
    },
  );

  it.each(printTemplates)('finds no point alone at the top of a page in the template %s', async (template) => {
    for (const points of [3, 5]) {
      const pages = await pagesOf(longCareer(points), template);
      const tops = pages.map((page) => page.replace(/\s+/g, ' ').trim());
      expect(tops.filter((page) => new RegExp(`^[•–] W\\d\\.${points - 1} `).test(page))).toEqual([]);
    }
  });
});
