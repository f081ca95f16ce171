import { postLoginPasskey, postLoginPasskeyOptions, type Schema } from '@canar/api-client';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { callAnonymously } from '@/lib/api/http';
import { session } from '@/lib/api/session';

/** Asks what a browser is to have signed by a passkey; it is good for ten minutes. */
export async function askForPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { options } = (await callAnonymously(postLoginPasskeyOptions)).data;
  return options as unknown as PublicKeyCredentialRequestOptionsJSON;
}

/** Signs in with what a passkey has signed. @throws ApiProblem passkey.unknown, passkey.invalid */
export async function signInByPasskey(body: Schema<'PasskeySignInBody'>): Promise<void> {
  session.begin((await callAnonymously(postLoginPasskey, { body })).data.accessToken);
}
