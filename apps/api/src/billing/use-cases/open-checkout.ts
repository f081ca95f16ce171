import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { Order } from '../domain/order';
import { type OpenedCheckout, PaymentProvider } from '../payments/payment-provider';
import { returnAddress } from '../payments/return-address';

/** Asks the payment provider to collect an order that was placed. */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly config: Config,
  ) {}

  /** Safe to repeat for one order. It goes over the network: call it outside of a unit of work. */
  execute(tenantId: TenantId, checkoutId: CheckoutId, { price, description }: Order): Promise<OpenedCheckout> {
    const returnUrl = returnAddress(this.config.env.PUBLIC_URL, checkoutId);
    return this.provider.openCheckout({ checkoutId, tenantId, price, description, returnUrl });
  }
}
