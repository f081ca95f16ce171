import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { tryAll } from '../../platform/jobs/try-all';
import { PaymentProviders } from '../payments/payment-providers';
import { type CheckoutToEnd, OrderRepository } from '../persistence/order.repository';

const job = 'billing.end-checkouts';
const everyFiveMinutes = '*/5 * * * *';

/** How many checkouts one run ends at most. */
const maxCheckouts = 200;

/** How long the page of a checkout can be paid at most, in milliseconds: it is a day, and as much again for the night when this does not run. */
const longestPage = 2 * 86_400_000;

/** Ends the open checkouts of tenants that were closed or blocked, so that nobody pays for what nobody gets. */
@Injectable()
export class EndCheckouts implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orders: OrderRepository,
    private readonly providers: PaymentProviders,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, z.object({}), () => this.execute());
    this.handlers.schedule(job, everyFiveMinutes);
  }

  /**
   * What is to be ended follows from what is stored, so that a crash repeats, and asking the provider again changes nothing.
   * @throws {AggregateError} the failures, after all the others were ended
   */
  async execute(): Promise<void> {
    const now = this.clock.now();
    const names = this.providers.all.map(({ name }) => name);
    const open = await this.orders.toEnd(names, new Date(Number(now) - longestPage), maxCheckouts);
    await tryAll(open, 'Checkouts that are still open', (checkout) => this.end(checkout, now));
  }

  private async end({ tenantId, id, provider, providerReference }: CheckoutToEnd, now: Date): Promise<void> {
    await this.providers.get(provider).endCheckout(providerReference);
    await this.unitOfWork.run({ tenant: tenantId }, () => this.orders.setEnded(tenantId, id, now));
  }
}
