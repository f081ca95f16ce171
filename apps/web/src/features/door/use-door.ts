'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { localePath, type Locale } from '@/i18n/locales';
import { register, signIn } from '@/lib/api/account';
import { ApiProblem } from '@/lib/api/problem';
import { safeNext } from '@/lib/safe-next';
import { checkDoor, fieldMessages, type DoorFault, type DoorField, type DoorInput } from './door-checks';

/** Which door: creating an account or signing in. */
export type Door = 'signUp' | 'signIn';

interface DoorState {
  busy: boolean;
  faults: Partial<Record<DoorField, DoorFault>>;
  messages: Partial<Record<DoorField, string>>;
  problem: ApiProblem | null;
}

const calm: DoorState = { busy: false, faults: {}, messages: {}, problem: null };

/** The door's state and what happens on submit: check, ask the server, then go where the person was heading. */
export function useDoor(door: Door, locale: Locale) {
  const router = useRouter();
  const [state, setState] = useState<DoorState>(calm);
  const submit = async (input: DoorInput) => {
    const faults = checkDoor(input, door);
    if (Object.keys(faults).length > 0) return setState({ ...calm, faults });
    setState({ ...calm, busy: true });
    try {
      const email = input.email.trim();
      if (door === 'signUp') await register({ name: input.name.trim(), email, password: input.password });
      else await signIn({ email, password: input.password });
      const next = new URLSearchParams(window.location.search).get('next');
      router.push(safeNext(next, localePath(locale, door === 'signUp' ? '/plans/' : '/profiles/')));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState({ ...calm, problem: error, messages: fieldMessages(error) });
    }
  };
  return { state, submit };
}
