'use client';

import {
  deleteAuthPasskeysById,
  getAuthPasskeys,
  patchAuthPasskeysById,
  postAuthPasskeys,
  postAuthPasskeysOptions,
  type Schema,
} from '@canar/api-client';
import type { AuthenticatorTransportFuture, PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** A passkey of this person. */
export type Passkey = Schema<'Passkey'>;

/** What is reported to the browser about them. */
export type PasskeySignals = Schema<'PasskeySignals'>;

/** The query key of the passkeys. */
export const passkeysKey = ['passkeys'];

/** The passkeys of this person, the oldest first. */
export function usePasskeys() {
  return useQuery({ queryKey: passkeysKey, queryFn: async () => (await call(getAuthPasskeys)).data });
}

/** Has the browser make a passkey and adds it. @throws ApiProblem confirmation.required, passkey.rejected; Error when the person stops it */
export async function createPasskey(name: string): Promise<void> {
  const { options } = (await call(postAuthPasskeysOptions)).data;
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id: credentialId, response } = await startRegistration({ optionsJSON });
  const { clientDataJSON: clientDataJson, attestationObject, transports = [] } = response;
  const known = transports.filter(isKnown);
  await call(postAuthPasskeys, {
    body: { name, credentialId, clientDataJson, attestationObject, transports: known },
  });
}

/** Renames a passkey. */
export async function renamePasskey(id: string, name: string): Promise<void> {
  await call(patchAuthPasskeysById, { params: { path: { id } }, body: { name } });
}

/** Removes a passkey. @throws ApiProblem confirmation.required */
export async function removePasskey(id: string): Promise<void> {
  await call(deleteAuthPasskeysById, { params: { path: { id } } });
}

type KnownTransport = NonNullable<Schema<'AddPasskeyBody'>['transports']>[number];
const knownTransports: readonly string[] = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
] satisfies KnownTransport[];

function isKnown(transport: AuthenticatorTransportFuture): transport is KnownTransport {
  return knownTransports.includes(transport);
}
