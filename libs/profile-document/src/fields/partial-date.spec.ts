import { formatPartialDate, isAfter, isOngoing, parsePartialDate, presentWord, usableLocale } from './partial-date';

describe('a partial date', () => {
  it('parses a year, a month or a day that exists', () => {
    expect(parsePartialDate('2024')).toEqual({ year: 2024 });
    expect(parsePartialDate('2024-05')).toEqual({ year: 2024, month: 5 });
    expect(parsePartialDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(['', '24', '2024-19', '2024-00', '2023-02-29', '2024-5', '0099', 'Present'].map(parsePartialDate)).toEqual(
      new Array(8).fill(null),
    );
  });

  it('formats a date as month and year of the locale', () => {
    expect(formatPartialDate('2024', 'en')).toBe('2024');
    expect(formatPartialDate('2024-05', 'en-IN')).toBe('May 2024');
    expect(formatPartialDate('2024-05-31', 'en-US')).toBe('May 2024');
    expect(formatPartialDate('2024-05', 'hi')).toBe('मई 2024');
    expect(formatPartialDate('present', 'hi-IN')).toBe('वर्तमान');
    expect(formatPartialDate(' Summer 24 ', 'en')).toBe('Summer 24');
  });

  it('formats a date in English for an invalid locale', () => {
    expect(formatPartialDate('2024-05', 'not a locale')).toBe('May 2024');
    expect([usableLocale(undefined), usableLocale('x'), usableLocale('hi-in')]).toEqual(['en', 'en', 'hi-IN']);
    expect([presentWord('hi'), presentWord('sv')]).toEqual(['वर्तमान', 'Present']);
  });

  it('compares dates of different precision only when the order is certain', () => {
    const after = (a: string, b: string): boolean | null => {
      const [first, second] = [parsePartialDate(a), parsePartialDate(b)];
      return first && second && isAfter(first, second);
    };
    expect([after('2024', '2023'), after('2024-05', '2024-04'), after('2024-05-02', '2024-05-01')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([after('2024-05', '2024'), after('2024', '2024-05'), after('2024-05', '2024-05')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('recognizes words for an ongoing period', () => {
    expect(['Present', ' now ', 'अब तक'].map(isOngoing)).toEqual([true, true, true]);
    expect(isOngoing('presently not')).toBe(false);
  });
});
