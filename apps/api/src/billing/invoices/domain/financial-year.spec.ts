import fc from 'fast-check';
import { dayInIndia, documentNumber, financialYearOf, financialYearText } from './financial-year';

describe('the financial year of India', () => {
  it.each([
    ['2027-03-31T18:29:59.999Z', '2027-03-31', 2026],
    ['2027-03-31T18:30:00.000Z', '2027-04-01', 2027],
    ['2028-02-28T18:30:00.000Z', '2028-02-29', 2027],
    ['2028-12-31T18:30:00.000Z', '2029-01-01', 2028],
  ])('begins the financial year on the first of April in Kolkata: %s', (instant, day, year) => {
    expect([dayInIndia(new Date(instant)), financialYearOf(new Date(instant))]).toEqual([day, year]);
  });

  it('writes a financial year with the last digits of the next one', () => {
    expect([2026, 2099].map(financialYearText)).toEqual(['2026-27', '2099-00']);
  });
});

describe('the number of a document', () => {
  it('gives each document a number of its own with at most 16 characters', () => {
    const places = fc.tuple(
      fc.constantFrom('IN', 'CN'),
      fc.integer({ min: 2000, max: 2098 }),
      fc.integer({ min: 1, max: 9_999_999 }),
    );
    fc.assert(
      fc.property(places, places, (one, other) => {
        const [number, another] = [documentNumber(...one), documentNumber(...other)];
        expect(number).toMatch(/^[A-Z0-9/-]{1,16}$/);
        expect(number === another).toBe(one.join() === other.join());
      }),
    );
  });

  it('pads the number, so that numbers sort as they were given', () => {
    expect(documentNumber('IN', 2026, 42)).toBe('IN/26-27/000042');
  });
});
