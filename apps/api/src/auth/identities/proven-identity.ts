import type { IdentityProviderName } from '@canar/api-env';

/** Who somebody is at an identity provider, as the provider has stated it to us. */
export interface ProvenIdentity {
  provider: IdentityProviderName;
  /** The provider's own id of the person. */
  subject: string;
  /** The address that the provider has verified; null when it has verified none. */
  email: string | null;
  name: string;
}

/** The random values that bind the answer of a provider to one request of one browser. */
export interface AuthorizationSecrets {
  state: string;
  nonce: string;
  /** Of PKCE (RFC 7636). */
  codeVerifier: string;
}

/** What a provider appends to the redirect URI. */
export interface AuthorizationAnswer {
  code?: string;
  state?: string;
  error?: string;
  /** RFC 9207. */
  iss?: string;
}

const maxName = 120;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** The name of a new account: as the provider states it, else what stands before the `@`. */
export function accountName(name: string, email: string): string {
  const readable = (text: string) =>
    Array.from(text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim()).slice(0, maxName).join('').trim();
  return readable(name) || readable(email.slice(0, email.lastIndexOf('@'))) || 'Canar';
}
