import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SecurityEvents } from '../../../platform/observability/security-events';
import { accountBlocked } from '../../auth.errors';
import type { Locale } from '../../domain/locale';
import type { Client } from '../../use-cases/client';
import { type Challenged, CompleteFirstFactor } from '../../use-cases/complete-first-factor';
import type { SignedInSession } from '../../use-cases/signed-in-session';
import type { ProvenIdentity } from '../proven-identity';
import { IdentityAccounts } from '../identity-accounts';

/** Signs a person in whose identity a provider has stated; it stands for the password, so that a second factor is still asked for. */
@Injectable()
export class SignInByIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: IdentityAccounts,
    private readonly firstFactor: CompleteFirstFactor,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * An identity that nobody has makes a new account.
   * @throws {DomainError} `identity.email-unverified`, `identity.account-exists`, `account.blocked`, `membership.none`
   */
  async execute(identity: ProvenIdentity, locale: Locale, client: Client): Promise<SignedInSession | Challenged> {
    return this.unitOfWork.run('global', async () => {
      const account = await this.accounts.find(identity);
      if (!account) return this.accounts.create(identity, locale, client);
      if (account.user.blockedAt) {
        this.events.record('sign-in.blocked', { userId: account.user.id });
        throw accountBlocked();
      }
      return this.firstFactor.execute({ ...account, passwordHash: null }, client, identity.provider);
    });
  }
}
