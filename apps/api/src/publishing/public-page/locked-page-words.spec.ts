import { lockedPageLanguage } from './locked-page-words';

describe('the language of the password page', () => {
  it.each([
    ['ta-IN,ta;q=0.9,en;q=0.8', 'ta'],
    ['fr-FR, TA;q=0.5, en', 'ta'],
    ['hi', 'hi'],
    ['fr, tamil', 'en'],
    [undefined, 'en'],
  ])('answers Accept-Language %s in %s', (header, language) => {
    expect(lockedPageLanguage(header)).toBe(language);
  });
});
