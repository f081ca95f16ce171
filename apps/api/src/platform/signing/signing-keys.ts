import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What a key signs; each purpose has a key of its own. */
export type KeyPurpose =
  | 'access-token'
  | 'refresh-token'
  | 'cursor'
  | 'media'
  | 'upload'
  | 'unlock'
  | 'device'
  | 'sign-in-attempt'
  | 'second-factor'
  | 'retention'
  | 'passkey'
  | 'identity';

/** A key, with the id by which sealed tokens name it. */
export interface SigningKey {
  id: string;
  key: KeyObject;
}

/** Derives the key of one purpose from a secret of the installation (HKDF-SHA-256, 32 bytes). */
function deriveKey(secret: string, purpose: KeyPurpose): KeyObject {
  return createSecretKey(derive(secret, purpose, 32));
}

/** The key of one purpose with its id, which is derived from the secret too and reveals nothing of it. */
export function deriveSigningKey(secret: string, purpose: KeyPurpose): SigningKey {
  return { id: derive(secret, `${purpose}/key-id`, 6).toString('base64url'), key: deriveKey(secret, purpose) };
}

function derive(secret: string, info: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `canar/${info}`, bytes));
}
