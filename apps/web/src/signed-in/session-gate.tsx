'use client';

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { session } from '@/lib/api/session';
import { queryKeys } from '@/lib/query-keys';
import { userQuery } from './api/get-user';
import { deviceAccount } from './device/device-account';
import { leaveToSignIn } from './leave-to-sign-in';
import { Opening, Unreachable } from './opening';

/** `offline`: opened from what this device has of the account whose session it had last */
type Gate = 'opening' | 'open' | 'offline' | 'unreachable';

const RETRY_MS = 10_000;
const isRejected = (error: unknown) => error instanceof ApiProblem && error.status === 401;

async function restore(client: QueryClient, account: string): Promise<void> {
  const { restoreAnswers } = await import('./device/device-answers');
  await restoreAnswers(client, account);
}

/** Asks for a session; the last answers of its account are shown until new ones come. Without a network it opens what this device has. */
async function open(client: QueryClient): Promise<Gate> {
  const account = deviceAccount();
  try {
    await session.ensure();
    if (account && session.account() === account) await restore(client, account);
    return 'open';
  } catch (error) {
    if (isRejected(error)) throw error;
    if (!account) return 'unreachable';
    await restore(client, account);
    return client.getQueryData(queryKeys.user) ? 'offline' : 'unreachable';
  }
}

/** Whether the session that is there again is that of the account that was shown. @throws ApiProblem */
async function isSameAccount(client: QueryClient): Promise<boolean> {
  await session.ensure();
  const { id } = await client.fetchQuery({ ...userQuery, staleTime: 0 });
  return id === deviceAccount();
}

/** Shows its children once there is a session, or without a network what this device has; a rejected session leads to sign-in. */
export function SessionGate({ children }: { children: React.ReactNode }) {
  const client = useQueryClient();
  const [gate, setGate] = useState<Gate>('opening');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    open(client).then(
      (next) => current && setGate(next),
      () => void leaveToSignIn(),
    );
    return () => void (current = false);
  }, [client, attempt]);
  useReturnOfNetwork(gate === 'offline', () => setGate('open'));
  if (gate === 'open' || gate === 'offline') return children;
  if (gate === 'opening') return <Opening />;
  const retry = () => {
    setGate('opening');
    setAttempt(attempt + 1);
  };
  return <Unreachable onRetry={retry} />;
}

/** Looks for the network while there is none. The session of another account hides everything at once. */
function useReturnOfNetwork(offline: boolean, onReturn: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!offline) return;
    const look = () =>
      void isSameAccount(client).then(
        (same) => {
          if (!same) return window.location.reload();
          onReturn();
          return client.invalidateQueries();
        },
        (error: unknown) => (isRejected(error) ? leaveToSignIn() : undefined),
      );
    const timer = setInterval(look, RETRY_MS);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  });
}
