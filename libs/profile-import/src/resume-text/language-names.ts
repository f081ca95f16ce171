const locales = 'en de fr es pt it nl pl sv tr ru el hi mr bn ta te gu kn pa ml ar he ja zh ko'.split(' ');
const languages =
  `en de fr es pt it nl pl sv no nb nn da fi is tr ru uk be bg el hi mr bn ta te gu kn pa ml or ur ar he fa ja zh yue ko vi th id ms tl cs sk
  sl hr sr bs hu ro et lv lt ga cy eu ca gl la eo af sw zu xh yo ig ha am so rw sq mk hy ka az kk uz mn ne si my km lo lb mt tw ak gd`.split(
    /\s+/,
  );

let names: Set<string> | undefined;

function allNames(): Set<string> {
  const found = locales.flatMap((locale) => {
    const inLocale = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    return languages.flatMap((code) => inLocale.of(code)?.toLowerCase() ?? []);
  });
  return new Set([...found, '日语', '英语', '法语', '德语', 'twi', 'mandarin', 'castellano', 'euskera']);
}

/** Whether a text is the name of a language, in one of the languages of many résumés. */
export function isLanguageName(text: string): boolean {
  names ??= allNames();
  return names.has(text.trim().toLowerCase());
}
