'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { safeNext } from '@/lib/safe-next';
import { Skeleton } from '@/ui/skeleton';
import { type AuthorizationAnswer, connectIdentity, type IdentityProvider, signInByIdentity } from '../api/identity';
import { AuthProblem } from '../auth-problem';
import type { LinkPageProps } from '../link-frame';
import { type PendingIdentity, pendingIdentity } from '@/lib/pending-identity';

const SecondFactorStep = lazy(() =>
  import('../second-factor-step').then((module) => ({ default: module.SecondFactorStep })),
);

/** The page to which a provider sends the browser back: it signs in, or connects the identity to the person who asked for it. */
export function IdentityReturn({ provider, ...page }: LinkPageProps & { provider: IdentityProvider }) {
  const { pending, problem, challenge, goOn, restart } = useIdentityReturn(provider, page.locale);
  if (challenge !== null) {
    return (
      <Suspense>
        <SecondFactorStep challenge={challenge} {...page} onSignedIn={goOn} onRestart={restart} />
      </Suspense>
    );
  }
  if (!problem || !pending) return <Skeleton className="mt-8 h-12" />;
  const connects = pending.purpose === 'connect';
  return (
    <div className="mt-8 flex flex-col items-start gap-5">
      <AuthProblem problem={problem} {...page} />
      <a className="link" href={localePath(page.locale, connects ? '/settings/' : '/sign-in/')}>
        {connects ? page.text.identity.toSettings : page.text.identity.toSignIn}
      </a>
    </div>
  );
}

function useIdentityReturn(provider: IdentityProvider, locale: LinkPageProps['locale']) {
  const router = useRouter();
  const done = useRef(false);
  const [pending, setPending] = useState<PendingIdentity | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const goOn = (next: string | null = pending?.next ?? null) =>
    router.push(safeNext(next, localePath(locale, '/profiles/')));
  const finish = useEffectEvent(async () => {
    const visit = pendingIdentity();
    // Providers know one address; the person goes on in their language.
    if (visit.locale !== locale)
      return window.location.replace(localePath(visit.locale, `/sign-in/${provider}/`) + window.location.search);
    setPending(visit);
    try {
      const answer = takeAnswer(provider);
      if (visit.purpose === 'connect') {
        await connectIdentity(answer);
        return router.push(localePath(locale, '/settings/'));
      }
      const asked = await signInByIdentity(answer);
      if (asked === null) goOn(visit.next);
      else setChallenge(asked);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  });
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    void finish();
  }, []);
  return {
    pending,
    problem,
    challenge,
    goOn: () => goOn(),
    restart: () => router.push(localePath(locale, '/sign-in/')),
  };
}

/** Reads what the provider has sent, and takes it out of the address. */
function takeAnswer(provider: IdentityProvider): AuthorizationAnswer {
  const sent = new URLSearchParams(window.location.search);
  window.history.replaceState(null, '', window.location.pathname);
  const value = (name: string) => sent.get(name) ?? undefined;
  return { provider, code: value('code'), state: value('state'), error: value('error'), iss: value('iss') };
}
