import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Signer } from '../../platform/signing/signer';

/** Seconds in which a challenge must be answered. */
const challengeSeconds = 600;
const nonceBytes = 16;

const content = z.object({ nonce: z.string() });

/**
 * Makes challenges that authenticators sign, for one use each. They are signed tokens, so that strangers who ask for any
 * number of them fill no table; only answered ones are stored.
 */
@Injectable()
export class PasskeyChallenges {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'passkey');
  }

  /** @param context what the answer must be for: signing in, or adding a passkey in one session */
  make(context: string): Buffer<ArrayBuffer> {
    const expiresAt = new Date(this.clock.now().getTime() + challengeSeconds * 1000);
    const nonce = randomBytes(nonceBytes).toString('base64url');
    return Buffer.from(this.signer.seal({ nonce }, { expiresAt, context }));
  }

  /** Whether a challenge, in base64url, was made for this and has not expired. */
  isGood(challenge: string, context: string): boolean {
    const token = Buffer.from(challenge, 'base64url').toString();
    return this.signer.open(token, content, { now: this.clock.now(), context }) !== null;
  }

  /** Uses a good challenge up; part of the caller's unit of work. @returns false when it was used before */
  async use(challenge: string): Promise<boolean> {
    const expiresAt = new Date(this.clock.now().getTime() + challengeSeconds * 1000);
    const hash = createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest();
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.used_passkey_challenges (challenge_hash, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [hash, expiresAt],
    );
    return rows.length === 1;
  }
}
