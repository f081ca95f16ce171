'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { signInByLink } from './api/sign-in-by-link';
import { AuthProblem } from './auth-problem';
import { takeToken } from './take-token';

interface LinkSignInProps {
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
}

const SecondFactorStep = lazy(() =>
  import('./second-factor-step').then((module) => ({ default: module.SecondFactorStep })),
);

/** Signs in with the token in the fragment of the address. It asks for a click, so that programs that open mailed links do not use them up. */
export function LinkSignIn(page: LinkSignInProps) {
  const router = useRouter();
  const goTo = (path: string) => router.push(localePath(page.locale, path));
  const { state, submit } = useLinkSignIn(() => goTo('/profiles/'));
  const { busy, problem, challenge } = state;
  if (challenge !== null) {
    return (
      <Suspense>
        <SecondFactorStep
          challenge={challenge}
          {...page}
          onSignedIn={() => goTo('/profiles/')}
          onRestart={() => goTo('/sign-in/')}
        />
      </Suspense>
    );
  }
  return (
    <div className="mt-8 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      <Button look="main" size="large" busy={busy} onClick={() => void submit()}>
        {busy ? `${page.text.busy}…` : page.text.signIn.submit}
      </Button>
    </div>
  );
}

interface LinkSignInState {
  busy: boolean;
  problem: ApiProblem | null;
  /** set while the second factor is still to come */
  challenge: string | null;
}

const calm: LinkSignInState = { busy: false, problem: null, challenge: null };

/** What happens on the click. @param onSignedIn called when no second factor is asked for */
function useLinkSignIn(onSignedIn: () => void) {
  const token = useRef('');
  const [state, setState] = useState(calm);
  useEffect(() => {
    token.current ||= takeToken();
  }, []);
  const submit = async () => {
    if (token.current === '') return setState({ ...calm, problem: new ApiProblem(401, 'sign-in-link.invalid') });
    setState({ ...calm, busy: true });
    try {
      const challenge = await signInByLink(token.current);
      if (challenge === null) onSignedIn();
      else setState({ ...calm, challenge });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState({ ...calm, problem: error });
    }
  };
  return { state, submit };
}
