import { Injectable } from '@nestjs/common';
import type { SignInMethod } from '../../platform/observability/security-events';
import { wrongCredentials } from '../auth.errors';
import { type AccountWithCredential, AccountRepository } from '../persistence/account.repository';
import { Challenges } from '../second-factor/challenges';
import { SecondFactorRepository } from '../second-factor/persistence/second-factor.repository';
import type { Client } from './client';
import type { SignedInSession } from './signed-in-session';
import { StartSession } from './start-session';

/** A sign-in whose second factor is still to come. */
export interface Challenged {
  challenge: string;
}

/** Begins the session of a person whose password, or mailed link, was right, or asks for their second factor; part of the caller's unit of work. */
@Injectable()
export class CompleteFirstFactor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly challenges: Challenges,
    private readonly startSession: StartSession,
  ) {}

  /** @throws {DomainError} as `OpenSession` */
  async execute(
    account: AccountWithCredential,
    client: Client,
    method: SignInMethod,
  ): Promise<SignedInSession | Challenged> {
    const { user, passwordHash } = account;
    if (!(await this.factors.isOn(user.id))) return this.startSession.execute(account, client, method);
    // A password that was changed after it was checked gives no challenge either.
    if (!(await this.accounts.hold(user.id, passwordHash))) throw wrongCredentials();
    return { challenge: await this.challenges.make(user) };
  }
}
