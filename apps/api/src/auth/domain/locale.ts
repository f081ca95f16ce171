export { type Locale, localePath as sitePath, locales } from '@canar/languages';
