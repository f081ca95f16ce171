'use client';

import { useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';

/** By what a person confirms that it is still them. */
export type ProofMethod = 'password' | 'code' | 'mail';

/**
 * Does what needs a recent proof that it is still the person: when the API asks for one, `method` says by what, and `act`
 * is called again once it was given.
 */
export function useStepUp(perform: () => Promise<void>) {
  const [method, setMethod] = useState<ProofMethod | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    setError(null);
    try {
      await perform();
    } catch (problem) {
      const asked = methodAskedFor(problem);
      setMethod(asked);
      if (!asked) setError(problem);
    }
    setBusy(false);
  };
  return { method, error, busy, act };
}

/** By what the person is asked to confirm that it is still them; null when the problem is another one. */
function methodAskedFor(problem: unknown): ProofMethod | null {
  if (!(problem instanceof ApiProblem) || problem.code !== 'confirmation.required') return null;
  const methods = problem.extras['methods'];
  const asked = (['code', 'mail'] as const).find((method) => Array.isArray(methods) && methods.includes(method));
  return asked ?? 'password';
}
