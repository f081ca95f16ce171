import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Config } from '../../platform/config/config';
import { SessionId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';

/** What a session token names. */
export interface SessionTokenContent {
  sessionId: SessionId;
  generation: number;
}

/**
 * Makes and reads the token in the cookie: session id, generation and an HMAC-SHA-256 over both. Only the generation
 * is stored, so the current token can be given again.
 */
@Injectable()
export class SessionTokens {
  private readonly signer: Signer;

  constructor(config: Config) {
    this.signer = Signer.of(config, 'refresh-token');
  }

  write({ sessionId, generation }: SessionTokenContent): string {
    const content = `${sessionId}.${generation}`;
    return `${content}.${this.signer.sign(content)}`;
  }

  /** The content of a token that was made here, or null. */
  read(token: string): SessionTokenContent | null {
    const [sessionId, generation, signature, ...rest] = token.split('.');
    if (!sessionId || !generation || !signature || rest.length > 0) return null;
    if (!isUuid(sessionId) || !/^\d{1,9}$/.test(generation)) return null;
    if (!this.signer.verify(`${sessionId}.${generation}`, signature)) return null;
    return { sessionId: SessionId(sessionId), generation: Number(generation) };
  }
}
