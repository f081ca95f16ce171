import * as fc from 'fast-check';

import { dateOrderOf } from './date-order';
import { findPeriod, type FoundPeriod } from './periods';
import { withoutDates, writtenPeriods } from './testing/written-periods';

function written(found: FoundPeriod | null): string {
  if (!found) return 'nothing';
  const dates = found.date ?? `${found.startDate ?? ''}..${found.endDate ?? ''}`;
  return dates + (found.ambiguous.length > 0 ? '?' : found.lossy ? '~' : '');
}

const forms = Object.entries(writtenPeriods).flatMap(([language, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line): [string, string, string] => {
      const at = line.lastIndexOf(' = ');
      return [language, line.slice(0, at), line.slice(at + 3)];
    }),
);

describe('written periods', () => {
  it.each(forms)('reads the form of %s: %s', (_language, form, reading) => {
    expect(written(findPeriod(form))).toBe(reading);
  });
  it.each(withoutDates)('finds no date in %j', (text) => {
    expect(written(findPeriod(text))).toBe('nothing');
  });

  it('covers at least 400 written forms of periods', () => {
    expect(forms.length).toBeGreaterThanOrEqual(400);
  });

  const spaces = fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\t');
  const around = fc.constantFrom(
    ['', ''],
    ['(', ')'],
    ['[', ']'],
    ['Acme · ', ''],
    ['Acme | ', ' | Pune'],
    ['', ', Pune'],
  );

  it('reads every form in upper case, with other spaces and inside a line', () => {
    const steady = forms.filter(
      ([language, form]) => !/^(?:tr|el)$/.test(language) && !/[-–]$|[‘’']|ß|^set /.test(form),
    );
    fc.assert(
      fc.property(fc.constantFrom(...steady), spaces, fc.boolean(), around, (form, space, upper, [before, after]) => {
        const [, text, reading] = form;
        const varied = (upper ? text.toUpperCase() : text).replaceAll(' ', space);
        const tail = /[\d\p{L}]$/u.test(varied) || after !== ', Pune' ? after : '';
        expect(written(findPeriod(`${before}${varied}${tail}`))).toBe(reading);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes only what it says it takes from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom(...forms), (noise, [, form]) => {
        const text = `${noise} ${form}`;
        const found = findPeriod(text);
        if (!found) return;
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.startDate ?? found.endDate ?? found.date).toBeDefined();
      }),
    );
  });

  it('decides the order of day and month by all texts of a document, if they agree', () => {
    expect(dateOrderOf(['03/04/2019', '28/02/2021'])).toBe('day-first');
    expect(dateOrderOf(['03/04/2019', '02/28/2021'])).toBe('month-first');
    expect(dateOrderOf(['03/04/2019', '02/28/2021 and 28/02/2021'])).toBeUndefined();
    expect(dateOrderOf(['03.04.2019', '31.12.2019', 'text'])).toBeUndefined();
    expect(written(findPeriod('03/04/2019', 'day-first'))).toBe('2019-04-03');
    expect(written(findPeriod('03/04/2019 – 05/06/2020', 'month-first'))).toBe('2019-03-04..2020-05-06');
  });
});
