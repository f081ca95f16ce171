import { orderedSections } from '@canar/profile-document';
import { wordsOf } from './words';

const languages = [
  'hi',
  'mr',
  'bn',
  'ta',
  'te',
  'gu',
  'kn',
  'pa',
  'ml',
  'he',
  'ko',
  'de',
  'fr',
  'es',
  'ar',
  'zh',
  'ja',
];

describe('the words of templates', () => {
  it.each(languages)('labels contact details in %s, as its section titles', (language) => {
    const document = { work: [{ name: 'Acme' }], meta: { canar: { locale: language } } };
    expect(orderedSections(document)[0]?.title).not.toBe('Experience');
    const { place, email, phone, web } = wordsOf(`${language}-x-any`);
    expect([place, phone]).not.toContain('');
    expect([place, email, phone]).not.toEqual(['Place', 'Email', 'Phone']);
    expect(web).not.toBe('');
  });

  it('labels contact details in English for other languages', () => {
    expect(wordsOf('fi').phone).toBe('Phone');
    expect(wordsOf('constructor').phone).toBe('Phone');
  });
});
