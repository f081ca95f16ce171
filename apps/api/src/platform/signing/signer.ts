import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { z, type ZodType } from 'zod';
import type { Config } from '../config/config';
import { deriveSigningKey, type KeyPurpose, type SigningKey } from './signing-keys';

/** What a sealed token is bound to beside its value. */
export interface SealOptions {
  /** When it expires; never by default. */
  expiresAt?: Date;
  /** What must be presented again, literally, to open it; it is not in the token. */
  context?: string;
}

const sealed = z.object({ value: z.unknown(), expiresAt: z.int().optional() });

/**
 * Signs with HMAC-SHA-256 for one purpose. The first key signs; every key verifies, so that a secret can be replaced
 * while what the former one signed is still in use.
 *
 * `seal` makes a whole token: `KEY_ID.PAYLOAD.SIGNATURE`, with an expiry. `sign` makes a bare signature, for formats
 * that have their own place for it.
 */
export class Signer {
  constructor(private readonly keys: readonly [SigningKey, ...SigningKey[]]) {}

  /** The signer of one purpose, with keys derived from the secrets of the installation. */
  static of({ env }: Config, purpose: KeyPurpose): Signer {
    const former = env.JWT_SECRET_PREVIOUS === undefined ? [] : [deriveSigningKey(env.JWT_SECRET_PREVIOUS, purpose)];
    return new Signer([deriveSigningKey(env.JWT_SECRET, purpose), ...former]);
  }

  /** A token that holds a value, readable by everyone, alterable by no one. @param value goes through JSON */
  seal(value: unknown, { expiresAt, context = '' }: SealOptions = {}): string {
    const [{ id, key }] = this.keys;
    const payload = Buffer.from(JSON.stringify({ value, expiresAt: expiresAt?.getTime() })).toString('base64url');
    return `${id}.${payload}.${mac(key, sealedContent(context, payload))}`;
  }

  /** The value of a token; null when it was not sealed here, for this purpose and context, or has expired. */
  open<T>(token: string, schema: ZodType<T>, { now, context = '' }: { now: Date; context?: string }): T | null {
    const [id, payload = '', signature = '', ...rest] = token.split('.');
    const signing = this.keys.find((key) => key.id === id);
    if (!signing || rest.length > 0) return null;
    if (!sameText(mac(signing.key, sealedContent(context, payload)), signature)) return null;
    const { value, expiresAt } = sealed.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    if (expiresAt !== undefined && expiresAt <= now.getTime()) return null;
    return schema.safeParse(value).data ?? null;
  }

  /** The bare signature of a content, in base64url. */
  sign(content: string | Buffer): string {
    return mac(this.keys[0].key, content);
  }

  /** True when `sign` made this signature of this content, with any of the keys. */
  verify(content: string | Buffer, signature: string): boolean {
    return this.keys.some(({ key }) => sameText(mac(key, content), signature));
  }
}

function sealedContent(context: string, payload: string): string {
  return JSON.stringify([context, payload]);
}

function mac(key: KeyObject, content: string | Buffer): string {
  return createHmac('sha256', key).update(content).digest('base64url');
}

function sameText(expected: string, presented: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(presented)];
  return a.length === b.length && timingSafeEqual(a, b);
}
