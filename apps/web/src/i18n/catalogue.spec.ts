import { createTranslator } from 'use-intl/core';
import { messagesOf, type Messages } from './catalogue';
import { locales, type Locale } from './locales';
import { pluralsOf, textsOf, wordsOf } from './testing';

/** The names in the braces of an ICU message; a plural's branches are none of them. */
function placeholders(sentence: string): string[] {
  return [
    ...new Set([...sentence.matchAll(/(?<!(?:=\d+|one|other) )\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? '')),
  ].sort();
}

const english = textsOf(messagesOf('en'));

/** The script in which each language is written. */
const scripts: Record<Locale, RegExp> = {
  en: /\p{Script=Latin}/u,
  hi: /\p{Script=Devanagari}/u,
  ta: /\p{Script=Tamil}/u,
  kn: /\p{Script=Kannada}/u,
  te: /\p{Script=Telugu}/u,
  bn: /\p{Script=Bengali}/u,
  mr: /\p{Script=Devanagari}/u,
  gu: /\p{Script=Gujarati}/u,
};

/** Names that stay in Latin letters in every language. */
const names = new Set(
  `Acme Aegis Alt API Authenticator Basic Canar Canva Ctrl CSV CV Docs DOCX DPDP Enter Escape Europass FRESH GitHub Google GST GSTIN HTML IN
  JPEG JSON LaTeX LibreOffice LinkedIn Markdown MB Microsoft MIT ODT OpenDocument PDF PNG Premium QR Reactive Resume Shift Typst US UTC
  vCard WebP Word ZIP a z A K S Z https linkedin com in meenakshi iyer json p Letter
  Settings Data privacy Get copy of your data fiduciary`.split(/\s+/),
);

/** The letters and marks that a reader sees as one, counted. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(wordsOf(text))].length;
}

describe.each(locales)('the catalogue "%s"', (locale) => {
  const own = new Map(textsOf(messagesOf(locale)));

  it('contains exactly the keys of the English catalogue', () => {
    expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  it('uses the same placeholders as the English catalogue', () => {
    const different = english.filter(
      ([path, sentence]) => placeholders(sentence).join() !== placeholders(own.get(path) ?? '').join(),
    );
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('itemises the same data and purposes of the privacy notice as English', () => {
    const itemsOf = ({ legal }: Messages) =>
      legal.privacy.sections.data.body.split('\n').filter((line) => /[:：]/.test(line));
    expect(itemsOf(messagesOf('en')).length).toBeGreaterThan(3);
    expect(itemsOf(messagesOf(locale))).toHaveLength(itemsOf(messagesOf('en')).length);
  });

  it('contains no empty text', () => {
    expect([...own].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('uses the plural cases of English, else those of the language', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    expect([...needed].sort()).toEqual(['one', 'other']);
    const wrong = english.filter(([path, text]) => {
      const plurals = pluralsOf(text).map(({ counted, cases }) => `${counted}: ${cases.sort().join()}`);
      return pluralsOf(own.get(path) ?? '').some(({ counted, cases }) => {
        const own = `${counted}: ${cases.sort().join()}`;
        const known = plurals.some((plural) => plural.startsWith(`${counted}:`));
        return known ? !plurals.includes(own) : own !== `${counted}: one,other`;
      });
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('finds the cases of every plural', () => {
    const missed = [...own].filter(([, text]) => pluralsOf(text).length !== text.split(', plural,').length - 1);
    expect(missed).toEqual([]);
  });

  it('parses as ICU messages', () => {
    const failed: string[] = [];
    const text = createTranslator<Messages, never>({
      locale,
      messages: messagesOf(locale),
      onError: ({ message }) => failed.push(message),
    });
    for (const [path, sentence] of own) {
      const values = Object.fromEntries(placeholders(sentence).map((name) => [name, 2]));
      (text as (key: string, values: object) => string)(path, values);
    }
    expect(failed).toEqual([]);
  });
});

describe.each(locales.filter((locale) => locale !== 'en'))('the translation "%s"', (locale) => {
  const own = textsOf(messagesOf(locale));

  it('contains letters of its own script and names in Latin letters only', () => {
    const wrong = own.flatMap(([path, text]) => {
      const words = wordsOf(text).match(/[\p{L}\p{M}]+/gu) ?? [];
      return words
        .filter((word) => !names.has(word) && /\p{L}/u.test(word) && ![...word].every(isOwn))
        .map((word) => `${path}: ${word}`);
    });
    expect(wrong).toEqual([]);

    function isOwn(letter: string) {
      return scripts[locale].test(letter) || /[\p{Script=Inherited}\p{Script=Common}]/u.test(letter);
    }
  });

  it('translates every text that is not made of names', () => {
    const translated = new Map(own);
    const left = english.filter(([path, text]) => {
      const words = wordsOf(text).match(/\p{L}+/gu) ?? [];
      return text === translated.get(path) && words.some((word) => !names.has(word));
    });
    expect(left.map(([path]) => path)).toEqual([]);
  });

  it('stays short where English is short, as on buttons and tabs', () => {
    const translated = new Map(own);
    const long = english.filter(([path, text]) => {
      const [before, after] = [lengthOf(text), lengthOf(translated.get(path) ?? '')];
      return before <= 24 && after > Math.max(16, before * 2 + 4);
    });
    expect(long.map(([path, text]) => `${path}: ${text} → ${translated.get(path)}`)).toEqual([]);
  });

  it('stays within twice the length of English in longer texts', () => {
    const translated = new Map(own);
    const long = english.filter(
      ([path, text]) => lengthOf(text) > 24 && lengthOf(translated.get(path) ?? '') > lengthOf(text) * 2,
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });
});

it('uses the agreed Hindi words for profile, design and undo', () => {
  const masculine = /(नया|पहला|मेरे|आपके|अपने|हुआ|हुए|ऐसा कोई|उतने|बना एक नमूना) प्रोफ़ाइल|प्रोफ़ाइल (कचरे में )?(गया|गए|रहते|सकते)/;
  const other = /सजावट|पीछे ले|^जाएँ…?$/;
  const wrong = textsOf(messagesOf('hi')).filter(([, sentence]) => masculine.test(sentence) || other.test(sentence));
  expect(wrong).toEqual([]);
});
