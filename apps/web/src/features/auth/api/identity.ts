import {
  getSite,
  postAuthIdentitiesComplete,
  postLoginIdentity,
  postLoginIdentityComplete,
  type Schema,
} from '@canar/api-client';
import type { Locale } from '@/i18n/locales';
import { call, callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** A provider with whose identities one can sign in. */
export type IdentityProvider = Schema<'ConnectedIdentity'>['provider'];

/** The providers that the installation offers; none when it does not answer. */
export async function fetchIdentityProviders(): Promise<readonly IdentityProvider[]> {
  return callAnonymously(getSite).then(
    ({ data }) => data.identityProviders,
    () => [],
  );
}

/** Begins a sign-in at a provider. @returns where the browser is to go @throws ApiProblem identity.unavailable */
export async function beginIdentitySignIn(provider: IdentityProvider, locale: Locale): Promise<string> {
  return (await callAnonymously(postLoginIdentity, { body: { provider, locale } })).data.url;
}

/** With what a provider has sent the browser back. */
export type AuthorizationAnswer = Schema<'AuthorizationAnswerBody'>;

/** Signs in with what a provider has sent. @returns a challenge when a second factor is still to come, else null @throws ApiProblem identity.rejected, identity.account-exists */
export async function signInByIdentity(body: AuthorizationAnswer): Promise<string | null> {
  const { data } = await callAnonymously(postLoginIdentityComplete, { body });
  if ('challenge' in data) return data.challenge;
  session.begin(data.accessToken);
  return null;
}

/** Connects the identity that a provider has sent to the signed-in person. @throws ApiProblem identity.rejected, identity.taken */
export async function connectIdentity(body: AuthorizationAnswer): Promise<void> {
  await call(postAuthIdentitiesComplete, { body });
}
