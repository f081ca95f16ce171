import { foldWord } from './tokens';

/** The languages whose months are known, with the regional names of Arabic. */
const languages =
  'en en-IN de de-AT fr es pt it nl pl tr ru uk cs sk sv da nb fi ro hu el id vi ar ar-SY ar-DZ fa-u-ca-gregory he hi mr bn ta te gu kn ml pa ur or ne'.split(
    ' ',
  );

/** Spellings that no locale has: other abbreviations, older and misspelt names. */
const others: readonly string[] = [
  'jän jaen gennaio genn ene enero জানুয়ারী',
  'febr fevereiro feb fev фев ফেব্রুয়ারী',
  'mrz märz maerz marz marzo mrt maart mart',
  'avr abr apr abril apl',
  'mai mayo maggio magg mei',
  'jun juin giugno giu juni junho',
  'jul juill juil luglio lug julho',
  'aug août aout ago agosto augustus ağu',
  'sep sept sett septiembre setiembre set setembro settembre сент सितम्बर सेप्टेंबर',
  'oct okt out ottobre ott outubro ekim eki अक्तूबर',
  'nov kasım kas नवम्बर',
  'dec dez dic déc décembre dezembro dicembre aralık ara दिसम्बर',
];

/** Names of months that are also common words: only beside other evidence of a date. */
const alsoWords = new Set('set out ago ara eki lis sen gen'.split(' '));

function namesOf(locale: string): string[][] {
  const formats = (['long', 'short'] as const).flatMap((month) => {
    const options = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', month } as const;
    return [new Intl.DateTimeFormat(locale, options), new Intl.DateTimeFormat(locale, { ...options, day: 'numeric' })];
  });
  return Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2021, month, 15));
    return formats.flatMap((format) =>
      format.formatToParts(date).flatMap(({ type, value }) => (type === 'month' && !/\d/.test(value) ? [value] : [])),
    );
  });
}

let table: Map<string, number> | undefined;

/** The names of months from the locales of the platform (CLDR), and the other spellings; made at the first use. */
function months(): Map<string, number> {
  if (table) return table;
  const made = new Map<string, number>();
  const add = (name: string, month: number) => {
    const word = foldWord(name).replace(/[.॰׳]$/, '');
    if (word.length > 1 && !made.has(word)) made.set(word, month);
  };
  for (const locale of languages)
    namesOf(locale).forEach((names, month) => names.forEach((name) => add(name, month + 1)));
  others.forEach((line, month) => line.split(' ').forEach((name) => add(name, month + 1)));
  table = made;
  return made;
}

/** The month that a word names, 1..12, or `null`: `Sept.` is one, `Marketing` is none. */
export function monthNamed(word: string): number | null {
  return months().get(foldWord(word.replace(/[.॰׳,\s]+$/, ''))) ?? null;
}

/** Whether the name of a month is a common word in another language, such as `set` and `out`. */
export function isCommonWord(word: string): boolean {
  return alsoWords.has(foldWord(word.replace(/[.॰׳,\s]+$/, '')));
}
