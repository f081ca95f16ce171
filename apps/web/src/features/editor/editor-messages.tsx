'use client';

import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';

/** Adds the editor's sentences to those of the signed-in pages. */
export function EditorMessages({
  messages,
  children,
}: {
  messages: Pick<Messages, 'editor'>;
  children: React.ReactNode;
}) {
  const all = { ...useMessages(), ...messages };
  return (
    <IntlProvider locale={useLocale()} messages={all} timeZone={useTimeZone()}>
      {children}
    </IntlProvider>
  );
}
