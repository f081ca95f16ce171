import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutStatus } from '../domain/checkout';
import { DomainError } from '../../platform/errors/domain-error';
import type { PaymentEvent, SignedEvent } from '../payments/payment-provider';
import { PaymentProviders } from '../payments/payment-providers';
import type { FoundOrder } from '../persistence/order.repository';
import { FindOrder } from './find-order';
import { SettleOrder } from './settle-order';
import { StoreUnknownEvent } from './store-unknown-event';

/** Processes an event of the provider: verified outside of the unit of work, claimed inside it together with its effect. */
@Injectable()
export class IngestPaymentEvent {
  constructor(
    private readonly providers: PaymentProviders,
    private readonly findOrder: FindOrder,
    private readonly settleOrder: SettleOrder,
    private readonly storeUnknownEvent: StoreUnknownEvent,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Events may come repeatedly and in any order. When it throws, nothing was stored, and the provider must deliver the event again.
   * @returns the checkout's status afterwards; null for a kind of event that means nothing to us
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`, `not-found` for an unknown provider or order
   */
  async execute(name: string, signed: SignedEvent): Promise<CheckoutStatus | null> {
    const event = await this.providers.get(name).verifyWebhook(signed);
    if (event.kind === 'unknown') {
      await this.storeUnknownEvent.execute(name, event);
      return null;
    }
    const order = await this.findOrderOf(name, event);
    if (!order) return null;
    const { tenantId, id } = order;
    return this.unitOfWork.run({ tenant: tenantId }, () => this.settleOrder.execute(name, { tenantId, id }, event));
  }

  /**
   * The order of an event; null for the end of a mandate that is not known: its consent is reported later, or was given to another use
   * of the account.
   */
  private async findOrderOf(name: string, event: PaymentEvent): Promise<FoundOrder | null> {
    try {
      return await this.findOrder.execute(name, event.order);
    } catch (error) {
      const isUnknown = error instanceof DomainError && error.code === 'not-found';
      if (event.kind !== 'mandate.ended' || !('mandateId' in event.order) || !isUnknown) throw error;
      await this.storeUnknownEvent.execute(name, event);
      return null;
    }
  }
}
