import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { Order } from '../domain/order';
import { Buyers } from '../invoices/buyers';
import type { ConsentRequest, OpenedCheckout } from '../payments/payment-provider';
import { PaymentProviders } from '../payments/payment-providers';
import { returnAddress } from '../payments/return-address';
import { MandateRepository } from '../renewals/mandate.repository';
import type { PlacedOrder } from './place-order';

/** Asks the payment provider to collect an order that was placed. */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly providers: PaymentProviders,
    private readonly mandates: MandateRepository,
    private readonly buyers: Buyers,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** Safe to repeat for one order. It goes over the network: call it outside of a unit of work. */
  async execute(
    tenantId: TenantId,
    { id: checkoutId, provider }: PlacedOrder,
    { price, description }: Order,
  ): Promise<OpenedCheckout> {
    const returnUrl = returnAddress(this.config.env.PUBLIC_URL, checkoutId);
    const mandate = await this.unitOfWork.run({ tenant: tenantId }, () => this.consentOf(tenantId, checkoutId));
    const request = { checkoutId, tenantId, price, description, returnUrl, mandate };
    return this.providers.get(provider).openCheckout(request);
  }

  /** What the checkout asks to consent to, and whom; null for nothing. */
  private async consentOf(tenantId: TenantId, checkoutId: CheckoutId): Promise<ConsentRequest | null> {
    const terms = await this.mandates.termsOf(tenantId, checkoutId);
    if (!terms) return null;
    const { recipient } = await this.buyers.of(tenantId, await this.mandates.giverOf(tenantId, checkoutId));
    return { ...terms, email: recipient?.email ?? null };
  }
}
