'use client';

import { useEffect, useRef, useState } from 'react';
import { localePath, type Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { session } from '@/lib/api/session';
import { switchTenant } from '@/signed-in/device/switch-tenant';
import { acceptInvitation, findInvitation, type ReceivedInvitation } from '../api/invitation';
import { takeToken } from '../take-token';

const KEY = 'canar.invitation';

/** What is known of the link in the address. `signedIn` is null until that is known. */
interface InvitationState {
  invitation: ReceivedInvitation | null;
  signedIn: boolean | null;
  busy: boolean;
  problem: ApiProblem | null;
}

const opening: InvitationState = { invitation: null, signedIn: null, busy: false, problem: null };

/** The token of the address, or the one that this tab has seen before the person signed in. */
function tokenOfTab(): string {
  const token = takeToken();
  try {
    if (token) sessionStorage.setItem(KEY, token);
    return token || (sessionStorage.getItem(KEY) ?? '');
  } catch {
    return token;
  }
}

function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // The browser stores nothing.
  }
}

async function isSignedIn(): Promise<boolean> {
  try {
    await session.ensure();
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return false;
    throw error;
  }
}

async function open(token: string): Promise<InvitationState> {
  try {
    if (token === '') throw new ApiProblem(401, 'mailed-link.invalid');
    return { ...opening, invitation: await findInvitation(token), signedIn: await isSignedIn() };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { ...opening, problem: error };
  }
}

/** The invitation in the address, and what happens when it is accepted: the session acts for the organisation. */
export function useInvitation(locale: Locale) {
  const token = useRef('');
  const [state, setState] = useState(opening);
  useEffect(() => {
    token.current ||= tokenOfTab();
    void open(token.current).then(setState);
  }, []);
  const accept = async () => {
    setState({ ...state, busy: true, problem: null });
    try {
      await switchTenant(await acceptInvitation(token.current));
      forgetToken();
      window.location.assign(localePath(locale, '/profiles/'));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState({ ...state, busy: false, problem: error });
    }
  };
  return { ...state, accept };
}
