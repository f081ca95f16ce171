'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { formatTags, type Locale } from '@/i18n/locales';
import { queryKeys } from '@/lib/query-keys';
import { useReturn } from '@/lib/use-return';
import { keepFocus } from '@/ui/overlay/focus';
import { Toaster } from '@/ui/overlay/toaster';
import { useOfflinePage } from './use-offline-page';
import { LocaleContext } from './use-site-locale';
import { makeQueryClient } from './make-query-client';
import { SessionGate } from './session-gate';

const DeviceOwner = lazy(() => import('./device/device-owner').then((module) => ({ default: module.DeviceOwner })));

/** What a payment changes. A page that comes back from before one must not go on showing the old balance. */
const moneyKeys = [queryKeys.credits, queryKeys.subscription, queryKeys.payments];

interface SignedInProps {
  locale: Locale;
  messages: Partial<Messages>;
  children: React.ReactNode;
}

/** What every signed-in page stands on: sentences, the cache of answers, messages that pass by, and a session. */
export function SignedIn({ locale, messages, children }: SignedInProps) {
  const [client] = useState(makeQueryClient);
  useOfflinePage();
  useEffect(keepFocus, []);
  useReturn(() => {
    for (const queryKey of moneyKeys) void client.invalidateQueries({ queryKey });
  });
  return (
    <LocaleContext value={locale}>
      <IntlProvider
        locale={formatTags[locale]}
        messages={messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        <QueryClientProvider client={client}>
          <SessionGate>
            {children}
            <Suspense>
              <DeviceOwner />
            </Suspense>
          </SessionGate>
          <Toaster />
        </QueryClientProvider>
      </IntlProvider>
    </LocaleContext>
  );
}
