import { ApiProblem } from '@/lib/api/problem';
import { askForPasskey, signInByPasskey } from '../api/passkey';

/** What browsers reject with when the person has chosen no passkey, or another request has replaced this one. */
const dismissals = ['NotAllowedError', 'AbortError'];

/** Whether this browser knows passkeys. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Whether this browser offers passkeys in the list of what it fills in. */
export async function offersPasskeysInAutofill(): Promise<boolean> {
  return knowsPasskeys() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);
}

/**
 * Signs in with a passkey that the person chooses.
 * @param inAutofill waits until they choose one in the list of what the browser fills in, instead of asking at once
 * @returns false when they have chosen none
 * @throws ApiProblem passkey.unknown, passkey.invalid
 */
export async function signInWithPasskey(inAutofill: boolean): Promise<boolean> {
  const chosen = await choosePasskey(inAutofill);
  if (!chosen) return false;
  const { rpId, signed } = chosen;
  await signInByPasskey(signed).catch((error) => forgetUnknown(error, rpId, signed.credentialId));
  return true;
}

/** Waits until the person chooses a passkey; null when they choose none, or nobody has asked for one and none can be offered. */
async function choosePasskey(inAutofill: boolean) {
  try {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const optionsJSON = await askForPasskey();
    const { id: credentialId, response } = await startAuthentication({ optionsJSON, useBrowserAutofill: inAutofill });
    const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle = '' } = response;
    const signed = { credentialId, clientDataJson, authenticatorData, signature, userHandle };
    return { rpId: optionsJSON.rpId, signed };
  } catch (error) {
    const isDismissal = error instanceof Error && dismissals.includes(error.name);
    if (inAutofill || isDismissal) return null;
    throw error instanceof ApiProblem ? error : new ApiProblem(401, 'passkey.invalid');
  }
}

/** Stops waiting for a passkey. */
export async function stopWaiting(): Promise<void> {
  const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
  WebAuthnAbortService.cancelCeremony();
}

/** Tells the browser of a passkey that no account has any more, where it listens. */
async function forgetUnknown(error: unknown, rpId: string | undefined, credentialId: string): Promise<never> {
  if (error instanceof ApiProblem && error.code === 'passkey.unknown' && rpId !== undefined) {
    await PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId });
  }
  throw error;
}
