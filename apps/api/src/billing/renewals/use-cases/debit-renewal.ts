import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PaymentProviders } from '../../payments/payment-providers';
import { SettleOrder } from '../../use-cases/settle-order';
import { debitOf } from '../debit';
import type { Attempt, Mandate } from '../domain/renewal';

/** Asks the provider for a debit, and records its outcome when that is known at once. */
@Injectable()
export class DebitRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly providers: PaymentProviders,
    private readonly settleOrder: SettleOrder,
  ) {}

  /** It goes over the network: call it outside of a unit of work. Again debits nothing twice. */
  async execute(attempt: Attempt, mandate: Mandate): Promise<void> {
    const { tenantId, orderId: id } = attempt;
    const { provider } = mandate;
    const event = await this.providers.mandatesOf(provider).debit(debitOf(attempt, mandate));
    if (!event) return;
    await this.unitOfWork.run({ tenant: tenantId }, () => this.settleOrder.execute(provider, { tenantId, id }, event));
  }
}
