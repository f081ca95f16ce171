'use client';

import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';

/** Adds one page's sentences to those of all signed-in pages. */
export function MoreMessages({ messages, children }: { messages: Partial<Messages>; children: React.ReactNode }) {
  const all = { ...useMessages(), ...messages };
  return (
    <IntlProvider locale={useLocale()} messages={all} timeZone={useTimeZone()}>
      {children}
    </IntlProvider>
  );
}
