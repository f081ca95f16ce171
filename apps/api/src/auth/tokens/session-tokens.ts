import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Config } from '../../platform/config/config';
import { deriveKey } from '../../platform/config/keys';

/** What a session token names. */
export interface SessionTokenContent {
  sessionId: string;
  generation: number;
}

/**
 * Makes and reads the token in the cookie: session id, generation and an HMAC-SHA-256 over both. Only the generation
 * is stored, so the current token can be given again.
 */
@Injectable()
export class SessionTokens {
  private readonly key;

  constructor(config: Config) {
    this.key = deriveKey(config.env.JWT_SECRET, 'refresh-token');
  }

  write({ sessionId, generation }: SessionTokenContent): string {
    const content = `${sessionId}.${generation}`;
    return `${content}.${this.sign(content).toString('base64url')}`;
  }

  /** The content of a token that was made here, or null. */
  read(token: string): SessionTokenContent | null {
    const [sessionId, generation, signature, ...rest] = token.split('.');
    if (!sessionId || !generation || !signature || rest.length > 0) return null;
    if (!isUuid(sessionId) || !/^\d{1,9}$/.test(generation)) return null;
    const expected = this.sign(`${sessionId}.${generation}`);
    const presented = Buffer.from(signature, 'base64url');
    if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) return null;
    return { sessionId, generation: Number(generation) };
  }

  private sign(content: string): Buffer {
    return createHmac('sha256', this.key).update(content).digest();
  }
}
