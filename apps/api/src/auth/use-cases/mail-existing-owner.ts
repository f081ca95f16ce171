import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { emailKey } from '../domain/email-key';
import { secondRegistration } from '../mails';
import { AccountRepository } from '../persistence/account.repository';

/** Mails the owner of an address that somebody tried to register, once a day; part of the caller's unit of work. */
@Injectable()
export class MailExistingOwner {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(email: string): Promise<void> {
    const stored = await this.accounts.claimRegistrationMail(emailKey(email), this.clock.now());
    if (stored !== null) await this.mailer.send(secondRegistration(stored, this.config.env.PUBLIC_URL));
  }
}
