import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SecurityEvents } from '../../../platform/observability/security-events';
import { accountBlocked } from '../../auth.errors';
import { AccountRepository } from '../../persistence/account.repository';
import type { Client } from '../../use-cases/client';
import type { SignedInSession } from '../../use-cases/signed-in-session';
import { StartSession } from '../../use-cases/start-session';
import { type PasskeyAssertion, PasskeyAssertions } from '../passkey-assertions';
import { passkeyInvalid, passkeyUnknown } from '../passkeys.errors';

/**
 * Signs a person in with a passkey. It asks for no second factor: the authenticator has verified the person. It is not
 * counted as an attempt, so that it works while the guessing of passwords is being stopped.
 */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assertions: PasskeyAssertions,
    private readonly accounts: AccountRepository,
    private readonly startSession: StartSession,
    private readonly events: SecurityEvents,
  ) {}

  /** @throws {DomainError} `passkey.unknown`, `passkey.invalid`, `account.blocked`, `membership.none` */
  async execute(assertion: PasskeyAssertion, client: Client): Promise<SignedInSession> {
    const proven = await this.assertions.verify(assertion);
    if (proven === 'unknown') {
      this.events.record('passkey.failed', { userId: null });
      throw passkeyUnknown();
    }
    const { userId } = 'wrong' in proven ? proven.wrong : proven.passkey;
    const signedIn =
      'wrong' in proven
        ? null
        : await this.unitOfWork.run('global', async () => {
            if (!(await this.assertions.consume(proven))) return null;
            const account = await this.accounts.findByUser(userId);
            if (!account || account.user.blockedAt) return 'blocked';
            return this.startSession.execute({ ...account, passwordHash: null }, client, 'passkey');
          });
    if (signedIn === null) {
      this.events.record('passkey.failed', { userId });
      throw passkeyInvalid();
    }
    if (signedIn === 'blocked') {
      this.events.record('sign-in.blocked', { userId });
      throw accountBlocked();
    }
    return signedIn;
  }
}
