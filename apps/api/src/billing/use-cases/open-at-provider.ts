import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { Order } from '../domain/order';
import { type OpenedCheckout, PaymentProvider } from '../payments/payment-provider';
import { returnAddress } from '../payments/return-address';

/** A checkout that the payment provider has opened and that is not stored yet. */
export interface CheckoutAtProvider extends OpenedCheckout {
  id: CheckoutId;
  order: Order;
  provider: string;
}

/** Asks the payment provider to collect an order. */
@Injectable()
export class OpenAtProvider {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly config: Config,
  ) {}

  /** Safe to repeat with the same checkout id. It goes over the network: call it outside of a unit of work. */
  async execute(tenantId: TenantId, checkoutId: CheckoutId, order: Order): Promise<CheckoutAtProvider> {
    const { price, description } = order;
    const returnUrl = returnAddress(this.config.env.PUBLIC_URL, checkoutId);
    const opened = await this.provider.openCheckout({ checkoutId, tenantId, price, description, returnUrl });
    return { ...opened, id: checkoutId, order, provider: this.provider.name };
  }
}
