import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { MailKind } from '../mails/mail-texts';
import { Mails } from '../mails/mails';
import { AccountRepository } from '../persistence/account.repository';
import type { UserEntity } from '../persistence/user.entity';
import { MailedLinks } from '../recovery/mailed-links';
import { type EmailChange, EmailChangeRepository } from './persistence/email-change.repository';

/** Writes to both addresses of a change; part of the caller's unit of work. */
@Injectable()
export class EmailChangeMails {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly changes: EmailChangeRepository,
    private readonly links: MailedLinks,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  /** Asks the reader of the new address to confirm it; when they have an account, mails them that another account asked for it. */
  async writeToNewAddress(user: UserEntity, change: EmailChange): Promise<void> {
    if (await this.changes.isTaken(change, this.clock.now())) await this.tellOwner(change);
    else await this.askToConfirm(user, change);
  }

  /** Tells the old address what happens to the account, with a link that undoes it. */
  async tellOldAddress(
    user: UserEntity,
    { oldEmail, oldEmailKey, newEmail }: EmailChange,
    kind: Extract<MailKind, 'email-change-requested' | 'email-changed'>,
  ): Promise<void> {
    const link = await this.links.make({ ...user, emailKey: oldEmailKey }, 'undo-email-change');
    await this.mails.send({ ...user, email: oldEmail }, kind, { link, address: newEmail });
  }

  /** The link is bound to the new address. */
  private async askToConfirm(user: UserEntity, { newEmail: email, newEmailKey: emailKey }: EmailChange): Promise<void> {
    const link = await this.links.make({ ...user, emailKey }, 'change-email');
    await this.mails.send({ ...user, email }, 'change-email', { link });
  }

  private async tellOwner({ newEmail }: EmailChange): Promise<void> {
    const owner = (await this.accounts.findByEmail(newEmail))?.user;
    if (owner && !owner.blockedAt) await this.mails.send(owner, 'email-taken');
  }
}
