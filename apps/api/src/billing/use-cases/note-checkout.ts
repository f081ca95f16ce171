import { Injectable } from '@nestjs/common';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import type { OpenedCheckout } from '../payments/payment-provider';
import { OrderRepository } from '../persistence/order.repository';
import { MandateRepository } from '../renewals/mandate.repository';

/** Notes under which id the provider opened the checkout of an order. */
@Injectable()
export class NoteCheckout {
  constructor(
    private readonly orders: OrderRepository,
    private readonly mandates: MandateRepository,
  ) {}

  /** Part of the caller's unit of work. */
  async execute(tenantId: TenantId, id: CheckoutId, { providerReference, customerId }: OpenedCheckout): Promise<void> {
    await this.orders.setProviderReference(tenantId, id, providerReference);
    if (customerId !== undefined) await this.mandates.noteCustomer(tenantId, id, customerId);
  }
}
