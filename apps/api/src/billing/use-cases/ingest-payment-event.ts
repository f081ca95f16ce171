import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutStatus } from '../domain/checkout';
import { PaymentProvider, type SignedEvent } from '../payments/payment-provider';
import { FindCheckout } from './find-checkout';
import { SettleCheckout } from './settle-checkout';

/** Takes in what the provider tells: verified outside of the unit of work, claimed inside it together with its effect. */
@Injectable()
export class IngestPaymentEvent {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly findCheckout: FindCheckout,
    private readonly settleCheckout: SettleCheckout,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Any number of times, in any order. Whatever it throws, nothing was done, and the provider is to tell it again.
   * @returns the checkout's status afterwards
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`, `not-found` for a checkout that is not ours (yet)
   */
  async execute(signed: SignedEvent): Promise<CheckoutStatus> {
    const event = this.provider.verifyWebhook(signed);
    const { name } = this.provider;
    const { tenantId } = await this.findCheckout.execute(name, event.checkoutId);
    return this.unitOfWork.run({ tenant: tenantId }, () => this.settleCheckout.execute(name, tenantId, event));
  }
}
