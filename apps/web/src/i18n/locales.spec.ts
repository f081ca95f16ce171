import { localeOf, switchLocale } from './locales';

describe('addresses in several languages', () => {
  it.each([
    ['/ta/edit/', 'ta'],
    ['/edit/', 'en'],
    ['/table/', 'en'],
    ['/fr/edit/', 'en'],
  ] as const)('recognises the language of %s as %s', (path, locale) => {
    expect(localeOf(path)).toBe(locale);
  });

  it.each([
    ['/pricing/', 'hi', '/hi/pricing/'],
    ['/hi/pricing/', 'en', '/pricing/'],
    ['/hi/', 'en', '/'],
    ['/', 'hi', '/hi/'],
    ['/hi/edit/', 'hi', '/hi/edit/'],
    ['/hi/edit/', 'ta', '/ta/edit/'],
    ['/history/', 'hi', '/hi/history/'],
  ] as const)('maps %s in %s to %s', (from, to, expected) => {
    expect(switchLocale(from, to)).toBe(expected);
  });
});
