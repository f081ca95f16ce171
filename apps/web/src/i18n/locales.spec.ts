import { localePath, switchLocale } from './locales';

describe('addresses in two languages', () => {
  it('puts English at the root and Hindi below /hi/', () => {
    expect(localePath('en', '/pricing/')).toBe('/pricing/');
    expect(localePath('hi', '/pricing/')).toBe('/hi/pricing/');
    expect(localePath('hi', '/')).toBe('/hi/');
  });

  it.each([
    ['/pricing/', 'hi', '/hi/pricing/'],
    ['/hi/pricing/', 'en', '/pricing/'],
    ['/hi/', 'en', '/'],
    ['/', 'hi', '/hi/'],
    ['/hi/edit/', 'hi', '/hi/edit/'],
    ['/history/', 'hi', '/hi/history/'],
  ] as const)('maps %s in %s to %s', (from, to, expected) => {
    expect(switchLocale(from, to)).toBe(expected);
  });
});
