import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SecurityEvents } from '../../platform/observability/security-events';
import { SignInAttempts } from '../attempts/sign-in-attempts';
import { accountBlocked, tooManyAttempts, wrongCredentials } from '../auth.errors';
import { Passwords } from '../passwords/passwords';
import type { Client } from './client';
import { type Challenged, CompleteFirstFactor } from './complete-first-factor';
import type { SignedInSession } from './signed-in-session';

/** Signs a person in with their password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly firstFactor: CompleteFirstFactor,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * An unknown address is answered as a wrong password, after the same work.
   * @throws {DomainError} `credentials.wrong`, `account.blocked`, `membership.none`, `sign-in.too-many`
   */
  async execute(email: string, password: string, client: Client): Promise<SignedInSession | Challenged> {
    const attempt = await this.unitOfWork.run('global', () => this.attempts.begin(email, client.devices));
    const { account, device, retryAfter } = attempt;
    const userId = account?.user.id ?? null;
    if (retryAfter !== null) {
      this.events.record('sign-in.throttled', { userId, device });
      throw tooManyAttempts(undefined, { extras: { retryAfter, signInLink: 'mailed' } });
    }
    const right = await this.passwords.verify(password, account?.passwordHash ?? null);
    if (!account || !right) {
      await this.unitOfWork.run('global', () => this.attempts.noteFailure(attempt));
      this.events.record('sign-in.failed', { userId, device });
      throw wrongCredentials();
    }
    if (account.user.blockedAt) {
      this.events.record('sign-in.blocked', { userId });
      throw accountBlocked();
    }
    return this.unitOfWork.run('global', async () => {
      await this.attempts.forgive(attempt);
      return this.firstFactor.execute(account, client, 'password');
    });
  }
}
