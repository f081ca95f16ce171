import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { OneTimeTokenRepository } from '../persistence/one-time-token.repository';
import type { UserEntity } from '../persistence/user.entity';

const tokenBytes = 32;
/** Seconds in which the second factor must follow the first. */
const challengeSeconds = 600;

/** Makes the token that a right password, or a mailed link, gives while the second factor is still to come. */
@Injectable()
export class Challenges {
  constructor(
    private readonly tokens: OneTimeTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** Part of the caller's unit of work. */
  async make({ id, emailKey }: UserEntity): Promise<string> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + challengeSeconds * 1000);
    await this.tokens.add({ token, userId: id, emailKey, purpose: 'second-factor', createdAt, expiresAt });
    return token;
  }
}
