'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { formatTags, type Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { session } from '@/lib/api/session';
import { queryKeys } from '@/lib/query-keys';
import { useReturn } from '@/lib/use-return';
import { Toaster } from '@/ui/overlay/toaster';
import { useOfflinePage } from './use-offline-page';
import { LocaleContext } from './use-site-locale';
import { leaveToSignIn } from './leave-to-sign-in';
import { makeQueryClient } from './make-query-client';
import { Opening, Unreachable } from './opening';

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
          <SessionGate>{children}</SessionGate>
          <Toaster />
        </QueryClientProvider>
      </IntlProvider>
    </LocaleContext>
  );
}

/** Shows its children once there is a session; without one it leads to sign-in. */
function SessionGate({ children }: { children: React.ReactNode }) {
  const [state, setState] = useState<'opening' | 'open' | 'unreachable'>('opening');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const settle = (next: typeof state) => current && setState(next);
    session.ensure().then(
      () => settle('open'),
      (error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) leaveToSignIn();
        else settle('unreachable');
      },
    );
    return () => void (current = false);
  }, [attempt]);
  if (state === 'open') return children;
  if (state === 'opening') return <Opening />;
  const retry = () => {
    setState('opening');
    setAttempt(attempt + 1);
  };
  return <Unreachable onRetry={retry} />;
}
