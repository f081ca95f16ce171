import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';

/** What a one-time token is good for. */
export type TokenPurpose = 'sign-in';

/** Whom a one-time token was mailed to. */
export interface TokenRecipient {
  userId: UserId;
  /** The account's address, as a key, when the token was made. */
  emailKey: string;
}

/** A one-time token to be stored. */
export interface NewToken extends TokenRecipient {
  token: string;
  purpose: TokenPurpose;
  createdAt: Date;
  expiresAt: Date;
}

/** Stores the hashes of one-time tokens. */
@Injectable()
export class OneTimeTokenRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add({ token, userId, purpose, emailKey, createdAt, expiresAt }: NewToken): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO auth.one_time_tokens (token_hash, user_id, purpose, email_key, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [hashOf(token), userId, purpose, emailKey, createdAt, expiresAt],
    );
  }

  /** Marks a token as used; null when it is unknown, used before, expired or for another purpose. */
  async use(token: string, purpose: TokenPurpose, now: Date): Promise<TokenRecipient | null> {
    const [recipient] = await this.unitOfWork.query<TokenRecipient>(
      `UPDATE auth.one_time_tokens SET used_at = $3
       WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
       RETURNING user_id AS "userId", email_key AS "emailKey"`,
      [hashOf(token), purpose, now],
    );
    return recipient ?? null;
  }
}

/** The token is random, so a plain hash of it cannot be reversed. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
