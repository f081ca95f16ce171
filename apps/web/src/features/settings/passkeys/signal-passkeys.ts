import type { PasskeySignals } from '../api/passkeys';

/** Tells the browser which passkeys still work and what their person is called, where it listens: it then offers no removed ones. */
export async function signalPasskeys(signals: PasskeySignals, user: { email: string; name: string }): Promise<void> {
  if (typeof window.PublicKeyCredential !== 'function') return;
  const { rpId, userId, allAcceptedCredentialIds } = signals;
  try {
    await PublicKeyCredential.signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds });
    await PublicKeyCredential.signalCurrentUserDetails?.({ rpId, userId, name: user.email, displayName: user.name });
  } catch {
    // A browser that cannot pass it on goes on offering what it has.
  }
}
