import type { Config } from '../../platform/config/config';
import { deriveKey } from '../../platform/signing/signing-keys';

/**
 * The key of access tokens. It is a KeyObject, because jsonwebtoken would try to parse a string as a public key on every
 * request; the types of Nest and Passport know no KeyObject, which is why it passes for a Buffer.
 */
export function accessTokenKey({ env }: Config): Buffer {
  return deriveKey(env.JWT_SECRET, 'access-token') as unknown as Buffer;
}
