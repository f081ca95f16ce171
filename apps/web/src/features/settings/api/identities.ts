'use client';

import {
  deleteAuthIdentitiesById,
  getAuthIdentities,
  getSite,
  postAuthForgotPassword,
  postAuthIdentities,
  type Schema,
} from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { rememberIdentity } from '@/lib/pending-identity';
import type { Locale } from '@/i18n/locales';
import { call, callAnonymously } from '@/lib/api/http';

/** An account at a provider with which this person can sign in. */
export type Identity = Schema<'ConnectedIdentity'>;
export type IdentityProvider = Identity['provider'];

/** The identities of this person, the providers that are offered, and whether there is a password. */
export function useIdentities() {
  return useQuery({
    queryKey: ['identities'],
    queryFn: async () => {
      const [own, site] = await Promise.all([call(getAuthIdentities), callAnonymously(getSite)]);
      return { ...own.data, providers: site.data.identityProviders };
    },
  });
}

/** Begins to connect an identity. @returns where the browser is to go @throws ApiProblem confirmation.required, email.unverified */
export async function beginConnecting(provider: IdentityProvider, locale: Locale): Promise<string> {
  const { url } = (await call(postAuthIdentities, { body: { provider } })).data;
  rememberIdentity({ purpose: 'connect', locale, next: null });
  return url;
}

/** Disconnects an identity. @throws ApiProblem confirmation.required, sign-in.last-way */
export async function disconnect(id: string): Promise<void> {
  await call(deleteAuthIdentitiesById, { params: { path: { id } } });
}

/** Has a link mailed by which a person without a password chooses one. */
export async function mailPasswordLink(email: string): Promise<void> {
  await callAnonymously(postAuthForgotPassword, { body: { email } });
}
