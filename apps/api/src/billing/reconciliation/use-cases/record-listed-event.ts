import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PaymentAlarms } from '../../payment-alarms';
import type { PaymentEvent } from '../../payments/payment-provider';
import { OrderRepository } from '../../persistence/order.repository';
import { ReconciliationRepository } from '../reconciliation.repository';
import { SettleOrder } from '../../use-cases/settle-order';

/** Records what a provider has listed as if it had been reported, and calls a person to what was not. */
@Injectable()
export class RecordListedEvent {
  constructor(
    private readonly orders: OrderRepository,
    private readonly reconciliations: ReconciliationRepository,
    private readonly settleOrder: SettleOrder,
    private readonly alarms: PaymentAlarms,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** It may be repeated at will. @returns false when nobody has placed the order of the event */
  async execute(provider: string, event: PaymentEvent): Promise<boolean> {
    const order = await this.orders.findAnywhere(provider, event.order);
    if (!order) return false;
    const { tenantId, id } = order;
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      const isKnown = await this.reconciliations.isKnown(provider, id, event);
      await this.settleOrder.execute(provider, { tenantId, id }, event);
      if (!isKnown) this.alarms.unreported(provider, id, event);
    });
    return true;
  }
}
