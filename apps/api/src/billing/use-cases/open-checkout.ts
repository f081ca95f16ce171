import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { TenantId } from '../../platform/ids/ids';
import type { Order } from '../domain/order';
import type { OpenedCheckout } from '../payments/payment-provider';
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
    private readonly config: Config,
  ) {}

  /** Safe to repeat for one order. It goes over the network: call it outside of a unit of work. */
  async execute(
    tenantId: TenantId,
    { id: checkoutId, provider }: PlacedOrder,
    { price, description }: Order,
  ): Promise<OpenedCheckout> {
    const returnUrl = returnAddress(this.config.env.PUBLIC_URL, checkoutId);
    const mandate = await this.mandates.termsOf(tenantId, checkoutId);
    const request = { checkoutId, tenantId, price, description, returnUrl, mandate };
    return this.providers.get(provider).openCheckout(request);
  }
}
