import { messagesOf } from './catalogue';
import glossary from './glossary.json';
import { locales } from './locales';
import { textsOf } from './testing';

const english = textsOf(messagesOf('en'));
const terms = Object.entries(glossary);

describe.each(locales.filter((locale) => locale !== 'en'))('the words of "%s"', (locale) => {
  const own = new Map(textsOf(messagesOf(locale)));

  it.each(terms)('uses the agreed word for "%s" wherever English names it', (_, words) => {
    const named = new RegExp(words.en, 'i');
    const agreed = new RegExp(words[locale]);
    const wrong = english
      .filter(([path, text]) => named.test(text.replace(/\{\w+\}/g, '{}')) && !agreed.test(own.get(path) ?? ''))
      .map(([path]) => `${path}: ${own.get(path)}`);
    expect(wrong).toEqual([]);
  });
});
