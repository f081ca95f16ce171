import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Mailer } from '../../platform/mail/mailer';
import { accountExists } from '../auth.errors';
import { secondRegistration } from '../mails';
import { Passwords } from '../passwords/passwords';
import { CreateAccount } from './create-account';
import type { SignedInSession } from './signed-in-session';

export interface Registration {
  email: string;
  password: string;
  name: string;
}

/** Makes an account with a personal tenant and signs its owner in. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly createAccount: CreateAccount,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * A known address is refused, and its owner is told by mail.
   * @throws {DomainError} `password.weak`, `account.exists`
   */
  async execute({ email, password, name }: Registration, userAgent: string | undefined): Promise<SignedInSession> {
    this.passwords.requireStrong(password, { email, name });
    const passwordHash = await this.passwords.hash(password);
    const made = await this.unitOfWork.run('global', async () => {
      const account = await this.createAccount.execute({ email, name, passwordHash }, userAgent);
      // The mail commits although the answer is a refusal.
      if (!account) await this.mailer.send(secondRegistration(email, this.config.env.PUBLIC_URL));
      return account;
    });
    if (!made) throw accountExists();
    return made;
  }
}
