import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { tooManyConfirmations, wrongPassword } from '../auth.errors';
import { attemptLimits } from '../domain/attempt-limit';
import { Passwords } from '../passwords/passwords';
import { AccountRepository } from '../persistence/account.repository';
import { AttemptRepository } from '../persistence/attempt.repository';

const limit = attemptLimits.known;

/** Asks a signed-in person for their password again. Wrong ones are counted for the person, whatever the session. */
@Injectable()
export class PasswordConfirmation {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'sign-in-attempt');
  }

  /**
   * @returns the hash of the right password
   * @throws {DomainError} `password.wrong`, `password.too-many`
   */
  async require(userId: UserId, password: string): Promise<string> {
    const key = this.signer.sign(`confirm ${userId}`);
    const { retryAfter, stored } = await this.unitOfWork.run('global', () => this.count(key, userId));
    if (retryAfter !== null) throw tooManyConfirmations(undefined, { extras: { retryAfter } });
    const right = await this.passwords.verify(password, stored);
    if (!right || stored === null) throw wrongPassword();
    await this.unitOfWork.run('global', () => this.attempts.remove(key, limit));
    return stored;
  }

  private async count(key: string, userId: UserId): Promise<{ retryAfter: number | null; stored: string | null }> {
    const now = this.clock.now();
    const counted = await this.attempts.add(key, limit, now);
    const retryAfter = counted ? null : await this.attempts.secondsUntilRoom(key, limit, now);
    return { retryAfter, stored: await this.accounts.passwordHash(userId) };
  }
}
