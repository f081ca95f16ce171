import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { CheckoutId, type TenantId } from '../../../platform/ids/ids';
import { orderPlan } from '../../domain/order';
import { OrderRepository } from '../../persistence/order.repository';
import type { RenewalStep } from '../domain/renewal';
import { MandateRepository } from '../mandate.repository';
import { RenewalMails } from '../renewal-mails';
import { RenewalRepository } from '../renewal.repository';

/** Makes the order of a renewal and tells its customer of the debit. */
@Injectable()
export class AnnounceRenewal {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly mandates: MandateRepository,
    private readonly orders: OrderRepository,
    private readonly mails: RenewalMails,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the subscription. */
  async execute(
    tenantId: TenantId,
    { renewal, attempt, debitAt }: Extract<RenewalStep, { kind: 'announce' }>,
    announcedAt: Date,
  ): Promise<void> {
    const { mandate, plan, price, after } = renewal;
    const { provider, id: mandateId } = mandate;
    const id = CheckoutId(idFrom(`renewal ${attempt}`, after.paidBy));
    const buyerId = await this.mandates.giverOf(tenantId, mandateId);
    const order = { ...orderPlan(plan), price };
    await this.orders.add({ tenantId, id, buyerId, order, provider, openedAt: announcedAt, mandate: null });
    const follows = after.paidBy;
    await this.renewals.add({ tenantId, orderId: id, mandateId, follows, attempt, announcedAt, debitAt });
    await this.mails.send('announced', tenantId, mandateId, { plan, price, on: debitAt });
  }
}
