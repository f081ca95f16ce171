import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Metrics } from '../../platform/observability/metrics';
import { accountBlocked, wrongCredentials } from '../auth.errors';
import { emailKey } from '../domain/email-key';
import { Passwords } from '../passwords/passwords';
import { AccountRepository } from '../persistence/account.repository';
import { OpenSession } from './open-session';
import type { SignedInSession } from './signed-in-session';

/** Signs a person in with their password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly openSession: OpenSession,
    private readonly metrics: Metrics,
  ) {}

  /**
   * An unknown address is answered as a wrong password, in the same time.
   * @throws {DomainError} `credentials.wrong`, `account.blocked`
   */
  async execute(email: string, password: string, userAgent: string | undefined): Promise<SignedInSession> {
    const account = await this.unitOfWork.run('global', () => this.accounts.findByEmailKey(emailKey(email)));
    const right = await this.passwords.verify(password, account?.passwordHash ?? null);
    if (!account || !right) {
      this.metrics.count('FailedSignIns');
      throw wrongCredentials();
    }
    const { user, role, tenantId } = account;
    if (user.blockedAt) throw accountBlocked();
    const session = await this.unitOfWork.run('global', () =>
      this.openSession.execute({ userId: user.id, tenantId }, userAgent),
    );
    return { user, role, session };
  }
}
