import type { Messages } from './catalogue';

type Tree = { [key: string]: string | Tree };

/** Every text of a catalogue with its path. */
export function textsOf(tree: Messages | Tree, path = ''): [path: string, text: string][] {
  return Object.entries(tree as Tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : textsOf(value, `${path}${key}.`),
  );
}

/** What a person may read of an ICU message: all branches of its plurals, without syntax and placeholders. */
export function wordsOf(text: string): string {
  return text
    .replace(/\{\w+, plural,/g, '')
    .replace(/(?:=\d+|\bone|\bother) \{/g, ' ')
    .replace(/\{\w+\}/g, '')
    .replace(/[{}#]/g, '');
}

/** The plurals of an ICU message: what they count, and their cases. */
export function pluralsOf(text: string): { counted: string; cases: string[] }[] {
  return [...text.matchAll(/\{(\w+), plural,((?:\s*(?:=\d+|\w+) \{[^{}]*(?:\{\w+\}[^{}]*)*\})+)\s*\}/g)].map(
    ([, counted = '', branches = '']) => ({
      counted,
      cases: [...branches.matchAll(/(=\d+|\w+) \{/g)].map(([, name = '']) => name),
    }),
  );
}
