import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { Buyers } from '../invoices/buyers';
import { dueReminder } from '../reminders/reminder';
import { ReminderMails } from '../reminders/reminder-mails';
import { ReminderRepository } from '../reminders/reminder.repository';
import { plannedRenewal } from '../renewals/domain/renewal';
import { KnownRenewals } from '../renewals/known-renewals';

/** Mails a tenant's buyer that the paid time ends soon, each reminder once, unless it renews automatically. */
@Injectable()
export class RemindTenant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly knownRenewals: KnownRenewals,
    private readonly reminders: ReminderRepository,
    private readonly buyers: Buyers,
    private readonly mails: ReminderMails,
  ) {}

  /** Reminder and mail are one: what rolls back is mailed by the next run. */
  execute(tenantId: TenantId, now: Date): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const facts = await this.knownRenewals.lock(tenantId, now);
      const due = dueReminder(facts.subscription, now);
      if (!due || plannedRenewal(facts, now)) return;
      const { period, days } = due;
      if (!(await this.reminders.add(tenantId, period.paidBy, days, now))) return;
      const buyerId = await this.reminders.buyerOf(tenantId, period.paidBy);
      const { recipient } = await this.buyers.of(tenantId, buyerId);
      if (recipient) await this.mails.send(period, recipient);
    });
  }
}
