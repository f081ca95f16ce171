const locales = 'en de fr es pt it nl pl tr ru el hi mr bn ta te gu kn pa ml ar he ja zh ko'.split(' ');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names that are also those of other places: a state of the USA. */
const ambiguous = new Set(['georgia']);

const more: Readonly<Record<string, string>> = {
  us: 'US',
  usa: 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  uae: 'AE',
};

let codes: Map<string, string> | undefined;

/** The names of all countries in the languages of many résumés, from the data of the runtime. */
function codesByName(): Map<string, string> {
  const names = new Map(Object.entries(more));
  for (const locale of locales) {
    const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => `${first}${second}`))) {
      const name = regions.of(code)?.toLowerCase();
      if (name !== undefined && !names.has(name) && !ambiguous.has(name)) names.set(name, code);
    }
  }
  return names;
}

/** The code (ISO 3166-1) of a country's name in one of many languages, or undefined. */
export function countryCodeOf(name: string): string | undefined {
  codes ??= codesByName();
  return codes.get(name.trim().toLowerCase());
}

/** Whether two capital letters are the code (ISO 3166-1) of a country. */
export function isCountryCode(code: string): boolean {
  codes ??= codesByName();
  return [...codes.values()].includes(code);
}
