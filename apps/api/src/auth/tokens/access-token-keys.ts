import type { Config } from '../../platform/config/config';
import { deriveSigningKey } from '../../platform/signing/signing-keys';

/**
 * The keys of access tokens. They are KeyObjects, because jsonwebtoken would try to parse a string as a public key on
 * every request; the types of Nest and Passport know no KeyObject, which is why they pass for Buffers.
 */
export class AccessTokenKeys {
  /** The key that signs, and the id by which its tokens name it. */
  readonly signing: { readonly id: string; readonly key: Buffer };
  private readonly former: AccessTokenKeys['signing'] | undefined;

  constructor({ env }: Config) {
    this.signing = keyOf(env.JWT_SECRET);
    this.former = env.JWT_SECRET_PREVIOUS === undefined ? undefined : keyOf(env.JWT_SECRET_PREVIOUS);
  }

  /** The key that verifies a token: the one that it names by `kid`, else the one that signs. */
  verifying(token: string): Buffer {
    return this.former && keyIdOf(token) === this.former.id ? this.former.key : this.signing.key;
  }
}

function keyOf(secret: string): AccessTokenKeys['signing'] {
  const { id, key } = deriveSigningKey(secret, 'access-token');
  return { id, key: key as unknown as Buffer };
}

/** The `kid` in a token's header, which nobody has verified yet. */
function keyIdOf(token: string): unknown {
  try {
    const [header = ''] = token.split('.', 1);
    return (JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { kid?: unknown }).kid;
  } catch {
    return undefined;
  }
}
