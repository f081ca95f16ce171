'use client';

import { createContext, use } from 'react';
import { rootLocale, type Locale } from '@/i18n/locales';

/** The language of the page. */
export const LocaleContext = createContext<Locale>(rootLocale);

/** The language of the page. */
export function useSiteLocale(): Locale {
  return use(LocaleContext);
}
