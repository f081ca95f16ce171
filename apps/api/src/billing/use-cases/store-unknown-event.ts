import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { EndedMandate, UnknownEvent } from '../payments/payment-provider';
import { OrderRepository } from '../persistence/order.repository';
import { PaymentRepository } from '../persistence/payment.repository';
import { RenewalAnswers } from '../renewals/renewal-answers';

/** Stores what a provider has sent and what means nothing to us, or nothing yet; again changes nothing. */
@Injectable()
export class StoreUnknownEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly orders: OrderRepository,
    private readonly renewalAnswers: RenewalAnswers,
    private readonly clock: Clock,
  ) {}

  /** The end of a mandate of which nothing is known yet is kept for its consent, which is reported later or was not given to us. */
  async execute(provider: string, event: UnknownEvent | EndedMandate): Promise<void> {
    if (event.kind === 'unknown') {
      await this.unitOfWork.run('global', () => this.payments.store(provider, event, this.clock.now()));
    } else if ('mandateId' in event.order) {
      await this.storeEnd(provider, event, event.order.mandateId);
    }
  }

  /** A consent that is recorded at the same time is waited for, and ends here. */
  private async storeEnd(provider: string, event: EndedMandate, mandateId: string): Promise<void> {
    await this.unitOfWork.run('global', () => this.payments.storeEnd(provider, event, mandateId, this.clock.now()));
    const order = await this.orders.findAnywhere(provider, { mandateId });
    if (!order) return;
    const { tenantId, id } = order;
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.orders.lock(tenantId, id);
      await this.renewalAnswers.ended({ tenantId, id }, event.occurredAt);
    });
  }
}
