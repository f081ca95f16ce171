import { Injectable } from '@nestjs/common';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { OpenedCheckout } from '../payments/payment-provider';
import { OrderRepository } from '../persistence/order.repository';

/** Notes under which id the provider opened the checkout of an order. */
@Injectable()
export class NoteCheckout {
  constructor(private readonly orders: OrderRepository) {}

  /** Part of the caller's unit of work. */
  execute(tenantId: TenantId, id: CheckoutId, { providerReference }: OpenedCheckout): Promise<void> {
    return this.orders.setProviderReference(tenantId, id, providerReference);
  }
}
