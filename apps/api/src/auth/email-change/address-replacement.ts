import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AuditLog } from '../audit/audit-log';
import { Mails } from '../mails/mails';
import { AccountRepository } from '../persistence/account.repository';
import type { TokenRecipient } from '../persistence/one-time-token.repository';
import { EmailChangeMails } from './email-change-mails';
import { EmailChangeRepository } from './persistence/email-change.repository';

/** Gives accounts another address, or the former one again, and mails the address that was lost; part of the caller's unit of work. */
@Injectable()
export class AddressReplacement {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly changes: EmailChangeRepository,
    private readonly changeMails: EmailChangeMails,
    private readonly mails: Mails,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param recipient of the link that was mailed to the new address @returns false when nothing is pending for it, or it is taken */
  async replace({ userId, emailKey }: TokenRecipient): Promise<boolean> {
    const now = this.clock.now();
    await this.changes.lockPerson(userId);
    const change = await this.changes.findPending(userId, now);
    const user = await this.accounts.findUnblocked(userId);
    if (!user || change?.newEmailKey !== emailKey) return false;
    await this.accounts.lockAddresses(change.oldEmailKey, change.newEmailKey);
    if (!(await this.changes.confirm(change, now))) return false;
    await this.audit.record({ userId, act: 'account.email-changed' });
    await this.changeMails.tellOldAddress(user, change, 'email-changed');
    return true;
  }

  /** @param recipient of the link that was mailed to the old address @returns false when there is nothing to undo */
  async restore({ userId, emailKey }: TokenRecipient): Promise<boolean> {
    const now = this.clock.now();
    await this.changes.lockPerson(userId);
    const change = await this.changes.findUndoable(userId, emailKey, now);
    const user = await this.accounts.findUnblocked(userId);
    if (!user || !change) return false;
    await this.accounts.lockAddresses(emailKey);
    const lost = await this.changes.undo(change, now);
    if (lost === false) return false;
    if (lost !== null) await this.mails.send({ ...user, email: lost }, 'email-change-undone');
    return true;
  }
}
