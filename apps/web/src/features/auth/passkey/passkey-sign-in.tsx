'use client';

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { AuthProblem } from '../auth-problem';
import type { LinkPageProps } from '../link-frame';
import { knowsPasskeys, offersPasskeysInAutofill, signInWithPasskey, stopWaiting } from './sign-in-with-passkey';

const watchNothing = () => () => undefined;
/** Milliseconds after which the browser is asked anew, before what it was asked expires. */
const renewAfter = 540_000;

/** Signing in with a passkey: by the button, or by what the browser offers at the field of the address. */
export function PasskeySignIn({ onSignedIn, ...page }: LinkPageProps & { onSignedIn: () => void }) {
  const isKnown = useSyncExternalStore(watchNothing, knowsPasskeys, () => false);
  const { busy, problem, submit } = usePasskeySignIn(onSignedIn);
  if (!isKnown) return null;
  return (
    <div className="mt-5 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      <Button size="large" busy={busy} onClick={() => void submit()}>
        {page.text.passkey}
      </Button>
    </div>
  );
}

function usePasskeySignIn(onSignedIn: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);
  const attempt = async (inAutofill: boolean) => {
    try {
      if (await signInWithPasskey(inAutofill)) onSignedIn();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  const wait = useEffectEvent(() => void attempt(true));
  useEffect(() => {
    if (!knowsPasskeys()) return;
    const offer = async () => {
      if (await offersPasskeysInAutofill()) wait();
    };
    void offer();
    const timer = setInterval(() => void offer(), renewAfter);
    return () => {
      clearInterval(timer);
      void stopWaiting();
    };
  }, [round]);
  const submit = async () => {
    setBusy(true);
    setProblem(null);
    await attempt(false);
    setBusy(false);
    // The button's request has replaced the one that waits in the background.
    setRound((before) => before + 1);
  };
  return { busy, problem, submit };
}
