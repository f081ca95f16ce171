'use client';

import { getAuthSessions, type Schema } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** A sign-in of this person. */
export type SignedInSession = Schema<'Session'>;

/** The query key of the sessions. */
export const sessionsKey = ['sessions'];

/** Where this person is signed in, the last used session first. */
export function useSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: async () => (await call(getAuthSessions)).data.sessions });
}
