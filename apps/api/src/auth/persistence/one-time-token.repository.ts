import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import type { TokenPurpose } from '../domain/mailed-link';

/** Whom a one-time token was mailed to, and for what. */
export interface TokenRecipient {
  userId: UserId;
  /** The account's address, as a key, when the token was made. */
  emailKey: string;
  purpose: TokenPurpose;
}

/** A one-time token to be stored. */
export interface NewToken extends TokenRecipient {
  token: string;
  createdAt: Date;
  expiresAt: Date;
}

const recipient = 'user_id AS "userId", email_key AS "emailKey", purpose';
const good = 'token_hash = $1 AND purpose = ANY ($2) AND used_at IS NULL AND expires_at > $3';

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

  /** The recipient of a token; null when it is unknown, used before, expired or for another purpose. */
  async find(token: string, purposes: readonly TokenPurpose[], now: Date): Promise<TokenRecipient | null> {
    const sql = `SELECT ${recipient} FROM auth.one_time_tokens WHERE ${good}`;
    return (await this.unitOfWork.query<TokenRecipient>(sql, [hashOf(token), purposes, now]))[0] ?? null;
  }

  /** Marks a token as used; null when it is unknown, used before, expired or for another purpose. */
  async use(token: string, purposes: readonly TokenPurpose[], now: Date): Promise<TokenRecipient | null> {
    const sql = `UPDATE auth.one_time_tokens SET used_at = $3 WHERE ${good} RETURNING ${recipient}`;
    return (await this.unitOfWork.query<TokenRecipient>(sql, [hashOf(token), purposes, now]))[0] ?? null;
  }
}

/** The token is random, so a plain hash of it cannot be reversed. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
