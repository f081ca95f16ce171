export { formatTags, localeNames, localePath, locales, rootLocale, type Locale } from './languages';
