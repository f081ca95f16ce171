import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { reminderHorizon } from '../reminders/reminder';
import { ReminderRepository } from '../reminders/reminder.repository';
import { RemindTenant } from './remind-tenant';

const job = 'billing.send-reminders';
const everyHour = '41 * * * *';

/** Reminds, every hour, whose paid time ends within days. */
@Injectable()
export class SendReminders implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly reminders: ReminderRepository,
    private readonly remindTenant: RemindTenant,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  async execute(): Promise<void> {
    const now = this.clock.now();
    const tenants = await this.reminders.tenantsEnding(now, reminderHorizon(now));
    for (const tenantId of tenants) await this.remindTenant.execute(tenantId, now);
  }
}
