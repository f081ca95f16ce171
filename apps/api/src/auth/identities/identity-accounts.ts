import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { Locale } from '../domain/locale';
import { AccountRepository, type AccountWithCredential } from '../persistence/account.repository';
import type { Client } from '../use-cases/client';
import { CreateAccount } from '../use-cases/create-account';
import type { SignedInSession } from '../use-cases/signed-in-session';
import { accountName, type ProvenIdentity } from './proven-identity';
import { identityAccountExists, identityEmailUnverified } from './identities.errors';
import { IdentityRepository } from './persistence/identity.repository';

/** The accounts of identities; part of the caller's unit of work. */
@Injectable()
export class IdentityAccounts {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly createAccount: CreateAccount,
    private readonly clock: Clock,
  ) {}

  /** The account to which an identity is connected. */
  async find({ provider, subject }: ProvenIdentity): Promise<AccountWithCredential | null> {
    const userId = await this.identities.use(provider, subject, this.clock.now());
    return userId && this.accounts.findByUser(userId);
  }

  /**
   * Makes an account without a password for an identity. What a provider says of an address does not verify it here: a
   * link is mailed as to everybody, and who reads the mail can take the address back.
   * @throws {DomainError} `identity.email-unverified`; `identity.account-exists`: an address alone connects nothing
   */
  async create(identity: ProvenIdentity, locale: Locale, client: Client): Promise<SignedInSession> {
    const { provider, subject, email } = identity;
    if (email === null) throw identityEmailUnverified();
    const name = accountName(identity.name, email);
    const created = await this.createAccount.execute({ email, name, passwordHash: null, locale }, client);
    if (!created) throw identityAccountExists();
    // Of two at once with one identity the other was first: the account of this one is undone.
    if (!(await this.identities.add(created.user.id, { provider, subject, email }, this.clock.now())))
      throw identityAccountExists();
    return created;
  }
}
