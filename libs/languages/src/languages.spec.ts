import { formatTags, localeNames, localePath, locales } from './index';

describe('the languages', () => {
  it('puts pages of the first language at the root and of others below their code', () => {
    expect(localePath('en', '/pricing/')).toBe('/pricing/');
    expect(localePath('ta', '/pricing/')).toBe('/ta/pricing/');
    expect(localePath('hi', '/')).toBe('/hi/');
  });

  // Where the commas stand is the language's: Kannada has them after thousands, all others after lakhs and crores.
  it.each(locales)('formats numbers of %s with European digits', (locale) => {
    expect(new Intl.NumberFormat(formatTags[locale]).format(12_345_678)).toMatch(/^1,?2,?3,?45,678$/);
  });

  it.each(locales)('formats days of %s in its own words', (locale) => {
    const format = new Intl.DateTimeFormat(formatTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
    expect(format.resolvedOptions().locale.split('-')[0]).toBe(locale);
    expect(format.format(Date.UTC(2026, 10, 3))).toMatch(/2026/);
  });

  it('names each language differently', () => {
    expect(new Set(Object.values(localeNames)).size).toBe(locales.length);
  });
});
