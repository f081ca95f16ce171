import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { Buyers } from '../invoices/buyers';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { dueReminder } from '../reminders/reminder';
import { ReminderMails } from '../reminders/reminder-mails';
import { ReminderRepository } from '../reminders/reminder.repository';

/** Mails a tenant's buyer that the paid time ends soon, each reminder once. */
@Injectable()
export class RemindTenant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    private readonly reminders: ReminderRepository,
    private readonly buyers: Buyers,
    private readonly mails: ReminderMails,
  ) {}

  /** Reminder and mail are one: what rolls back is mailed by the next run. */
  execute(tenantId: TenantId, now: Date): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const due = dueReminder(await this.subscriptions.lock(tenantId, now), now);
      if (!due) return;
      const { period, days } = due;
      if (!(await this.reminders.add(tenantId, period.paidBy, days, now))) return;
      const buyerId = await this.reminders.buyerOf(tenantId, period.paidBy);
      const { recipient } = await this.buyers.of(tenantId, buyerId);
      if (recipient) await this.mails.send(period, recipient);
    });
  }
}
