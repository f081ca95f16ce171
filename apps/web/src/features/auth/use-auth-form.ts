'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { currentConsents } from '@canar/api-client';
import { localePath, type Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { safeNext } from '@/lib/safe-next';
import { register } from './api/register';
import { signIn } from './api/sign-in';
import {
  validateCredentials,
  fieldMessages,
  type CredentialsError,
  type CredentialsField,
  type Credentials,
} from './validate-credentials';

/** Whether the form creates an account or signs in. */
export type AuthMode = 'signUp' | 'signIn';

interface AuthFormState {
  busy: boolean;
  faults: Partial<Record<CredentialsField, CredentialsError>>;
  messages: Partial<Record<CredentialsField, string>>;
  problem: ApiProblem | null;
  /** set while the second factor is still to come */
  challenge: string | null;
}

const calm: AuthFormState = { busy: false, faults: {}, messages: {}, problem: null, challenge: null };

/** The state of the form and what happens on submit: validate, call the API, then go to the page that was asked for. */
export function useAuthForm(mode: AuthMode, locale: Locale) {
  const router = useRouter();
  const [state, setState] = useState<AuthFormState>(calm);
  const goOn = () => {
    const next = new URLSearchParams(window.location.search).get('next');
    router.push(safeNext(next, localePath(locale, mode === 'signUp' ? '/start/' : '/profiles/')));
  };
  const submit = async (input: Credentials) => {
    const faults = validateCredentials(input, mode);
    if (Object.keys(faults).length > 0) return setState({ ...calm, faults });
    setState({ ...calm, busy: true });
    try {
      const email = input.email.trim();
      const consents = currentConsents;
      if (mode === 'signUp') {
        await register({ name: input.name.trim(), email, password: input.password, locale, consents });
      } else {
        const challenge = await signIn({ email, password: input.password });
        if (challenge !== null) return setState({ ...calm, challenge });
      }
      goOn();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState({ ...calm, problem: error, messages: fieldMessages(error) });
    }
  };
  return { state, submit, goOn, restart: () => setState(calm) };
}
