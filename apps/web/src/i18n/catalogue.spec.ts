import { createTranslator } from 'use-intl/core';
import { messagesOf } from './catalogue';
import { locales } from './locales';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [path: string, sentence: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

/** The names in the braces of an ICU message; a plural's branches are none of them. */
function placeholders(sentence: string): string[] {
  return [
    ...new Set([...sentence.matchAll(/(?<!(?:=\d+|one|other) )\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? '')),
  ].sort();
}

const english = leaves(messagesOf('en'));

describe.each(locales)('the catalogue "%s"', (locale) => {
  const own = new Map(leaves(messagesOf(locale)));

  it('contains exactly the keys of the English catalogue', () => {
    expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  it('uses the same placeholders as the English catalogue', () => {
    const different = english.filter(
      ([path, sentence]) => placeholders(sentence).join() !== placeholders(own.get(path) ?? '').join(),
    );
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('contains no empty text', () => {
    expect([...own].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('parses as ICU messages', () => {
    const failed: string[] = [];
    const text = createTranslator<Tree, never>({
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

it('translates every text into Hindi unless it is a name', () => {
  const hindi = new Map(leaves(messagesOf('hi')));
  const untranslated = english.filter(
    ([path, sentence]) => sentence === hindi.get(path) && /[a-z]{3,} [a-z]{3,}/i.test(sentence),
  );
  expect(untranslated.map(([path]) => path)).toEqual([]);
});

it('uses the agreed Hindi words for profile, design and undo', () => {
  const masculine = /(नया|पहला|मेरे|आपके|अपने|हुआ|हुए|ऐसा कोई|उतने|बना एक नमूना) प्रोफ़ाइल|प्रोफ़ाइल (कचरे में )?(गया|गए|रहते|सकते)/;
  const other = /सजावट|पीछे ले|^जाएँ…?$/;
  const wrong = leaves(messagesOf('hi')).filter(([, sentence]) => masculine.test(sentence) || other.test(sentence));
  expect(wrong).toEqual([]);
});
