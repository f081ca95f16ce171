import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { MailedLinks } from '../recovery/mailed-links';
import { Mails } from '../mails/mails';
import { AccountRepository } from '../persistence/account.repository';

/**
 * Mails the owner of an address that somebody tried to register, once a day; part of the caller's unit of work. While
 * the address was never verified, the reader of the mail may not be the one who made the account: it leads to the choice.
 */
@Injectable()
export class MailExistingOwner {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  async execute(email: string): Promise<void> {
    const account = await this.accounts.findByEmail(email);
    const owner = account && (await this.accounts.claimRegistrationMail(account.user.emailKey, this.clock.now()));
    if (!owner) return;
    const kind = owner.emailVerifiedAt ? 'registered-again' : 'registered-unverified';
    await this.mails.send(owner, kind, { link: await this.links.make(owner, 'reset-password') });
  }
}
