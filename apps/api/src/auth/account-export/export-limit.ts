import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { UserId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { AttemptRepository } from '../persistence/attempt.repository';
import { exportLimit } from './domain/account-export';

/** Bounds how often a person asks for an export; part of the caller's unit of work. */
@Injectable()
export class ExportLimit {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly attempts: AttemptRepository,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /** Counts a request; another of the same person waits for the end of the unit of work. @returns the seconds until there is room, null when there is */
  async add(userId: UserId): Promise<number | null> {
    const now = this.clock.now();
    if (await this.attempts.add(this.keyOf(userId), exportLimit, now)) return null;
    return this.attempts.secondsUntilRoom(this.keyOf(userId), exportLimit, now);
  }

  /** Takes a request off the count again. */
  remove(userId: UserId): Promise<void> {
    return this.attempts.remove(this.keyOf(userId), exportLimit);
  }

  private keyOf(userId: UserId): string {
    return this.signer.sign(`account-export ${userId}`);
  }
}
