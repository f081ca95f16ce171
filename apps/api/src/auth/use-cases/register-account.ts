import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SecurityEvents } from '../../platform/observability/security-events';
import { accountExists } from '../auth.errors';
import { type Locale, locales } from '../domain/locale';
import { Passwords } from '../passwords/passwords';
import type { Client } from './client';
import { CreateAccount } from './create-account';
import { MailExistingOwner } from './mail-existing-owner';
import type { SignedInSession } from './signed-in-session';

export interface Registration {
  email: string;
  password: string;
  name: string;
  locale?: Locale;
}

/** Makes an account with a personal tenant and signs its owner in. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly createAccount: CreateAccount,
    private readonly mailExistingOwner: MailExistingOwner,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * A known address is rejected, and its owner is notified by mail.
   * @throws {DomainError} `password.weak`, `account.exists`
   */
  async execute(
    { email, password, name, locale = locales[0] }: Registration,
    client: Client,
  ): Promise<SignedInSession> {
    await this.passwords.requireStrong(password, { email, name });
    const passwordHash = await this.passwords.hash(password);
    const registered = await this.unitOfWork.run('global', async () => {
      const account = await this.createAccount.execute({ email, name, passwordHash, locale }, client);
      // The mail commits although the answer is a refusal.
      if (!account) await this.mailExistingOwner.execute(email);
      return account;
    });
    if (!registered) {
      this.events.record('account.registration-refused');
      throw accountExists();
    }
    return registered;
  }
}
