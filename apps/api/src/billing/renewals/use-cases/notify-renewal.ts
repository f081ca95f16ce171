import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PaymentProviders } from '../../payments/payment-providers';
import { OrderRepository } from '../../persistence/order.repository';
import { debitOf } from '../debit';
import type { Attempt, Mandate } from '../domain/renewal';
import { RenewalRepository } from '../renewal.repository';

/** Lets the provider notify the customer of a debit that was announced. */
@Injectable()
export class NotifyRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly providers: PaymentProviders,
    private readonly orders: OrderRepository,
    private readonly renewals: RenewalRepository,
    private readonly clock: Clock,
  ) {}

  /** It goes over the network: call it outside of a unit of work. Again changes nothing. */
  async execute(attempt: Attempt, mandate: Mandate): Promise<void> {
    const { tenantId, orderId } = attempt;
    const reference = await this.providers.mandatesOf(mandate.provider).notify(debitOf(attempt, mandate));
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.orders.lock(tenantId, orderId);
      const known = await this.renewals.find(tenantId, orderId);
      if (known?.noticedAt !== null) return;
      if (reference !== null) await this.orders.setProviderReference(tenantId, orderId, reference);
      await this.renewals.note(tenantId, orderId, 'noticed', this.clock.now());
    });
  }
}
