import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { announceBefore } from '../domain/renewal';
import { RenewalRepository } from '../renewal.repository';
import { RefundUnwanted } from './refund-unwanted';
import { RenewTenant } from './renew-tenant';

const job = 'billing.renew-subscriptions';
const everyHour = '23 * * * *';

/** Announces and debits renewals, every hour, and refunds debits that were not wanted. */
@Injectable()
export class RenewSubscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly renewals: RenewalRepository,
    private readonly renewTenant: RenewTenant,
    private readonly refundUnwanted: RefundUnwanted,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyHour);
  }

  /** One that fails stops none of the others. @throws {AggregateError} the failures, after all others were tried */
  async execute(): Promise<void> {
    const failures: unknown[] = [];
    const now = this.clock.now();
    for (const tenantId of await this.renewals.tenantsToRenew(now, new Date(Number(now) + announceBefore))) {
      await this.renewTenant.execute(tenantId).catch((error: unknown) => failures.push(error));
    }
    for (const payment of await this.renewals.unwantedPayments()) {
      await this.refundUnwanted.execute(payment).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `Renewals that could not go on: ${failures.length}`);
  }
}
