import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { UserId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { tooManyEmailChanges } from '../auth.errors';
import type { AttemptLimit } from '../domain/attempt-limit';
import { AttemptRepository } from '../persistence/attempt.repository';

/** Five requests at once, then one an hour: each mails an address that the person may not own. */
const limit: AttemptLimit = { burst: 5, secondsPerAttempt: 3_600 };

/** Bounds how often a person asks for another address; part of the caller's unit of work. */
@Injectable()
export class EmailChangeLimit {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly attempts: AttemptRepository,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /** @throws {DomainError} `email-change.too-many` */
  async require(userId: UserId): Promise<void> {
    const key = this.signer.sign(`email-change ${userId}`);
    const now = this.clock.now();
    if (await this.attempts.add(key, limit, now)) return;
    const retryAfter = await this.attempts.secondsUntilRoom(key, limit, now);
    throw tooManyEmailChanges(undefined, { extras: { retryAfter } });
  }
}
