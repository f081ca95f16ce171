import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId, UserId } from '../../platform/ids/ids';
import { confirmationRequired } from '../auth.errors';
import { AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { SecondFactorRepository } from './persistence/second-factor.repository';

/** Seconds for which a sign-in, or a confirmation, is recent enough for what needs one. */
const recentSeconds = 600;

/** By what a person confirms that it is still them: the strongest that they have; a mailed code only when they have nothing else. */
export type ConfirmationMethod = 'code' | 'password' | 'mail';

/** Knows whether a person has lately proved to be themselves, and how they can do it again. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads the session itself, not what is remembered of it. @throws {DomainError} `confirmation.required` with the `methods` that count */
  async require(userId: UserId, sessionId: SessionId): Promise<void> {
    const since = new Date(this.clock.now().getTime() - recentSeconds * 1000);
    if (await this.unitOfWork.run('global', () => this.sessions.authenticatedSince(sessionId, since))) return;
    throw confirmationRequired(undefined, { extras: { methods: [await this.methodOf(userId)] } });
  }

  /** By what a person proves to be themselves. */
  async methodOf(userId: UserId): Promise<ConfirmationMethod> {
    return this.unitOfWork.run('global', async () => {
      if (await this.factors.isOn(userId)) return 'code';
      return (await this.accounts.passwordHash(userId)) === null ? 'mail' : 'password';
    });
  }

  /** Notes that the person has just done so; part of the caller's unit of work. @param method by what */
  async note(sessionId: SessionId, now: Date, method: ConfirmationMethod): Promise<void> {
    await this.sessions.noteAuthentication(sessionId, now);
    if (method === 'code') await this.sessions.noteSecondFactor(sessionId, now);
  }
}
