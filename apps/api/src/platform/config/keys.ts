import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What a key is for; each purpose has a key of its own. */
export type KeyPurpose = 'access-token' | 'refresh-token' | 'cursor' | 'media' | 'upload' | 'unlock';

/** Derives the key of one purpose from the one secret of the installation (HKDF-SHA-256, 32 bytes). */
export function deriveKey(secret: string, purpose: KeyPurpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `canar/${purpose}`, 32)));
}
