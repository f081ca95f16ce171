'use client';

import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';

/** Does what asks for a recent code of the second factor: while `asksForCode`, `act` is to be called again after one was given. */
export function useOperatorAct(perform: () => Promise<void>) {
  const [asksForCode, setAsksForCode] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    setError(null);
    setAsksForCode(false);
    try {
      await perform();
    } catch (problem) {
      const isAsked = problem instanceof ApiProblem && problem.code === 'confirmation.required';
      setAsksForCode(isAsked);
      if (!isAsked) setError(problem);
    }
    setBusy(false);
  };
  return { asksForCode, error, busy, act };
}
