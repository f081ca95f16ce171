import { Injectable } from '@nestjs/common';
import { TakeBackCredits } from '../../credits';
import { refundedCredits } from '../domain/refund';
import type { LockedOrder } from '../persistence/order.repository';
import { type PaymentKey, RefundRepository } from '../persistence/refund.repository';

/** Takes back the credits of what was given back of a payment, as far as they are unspent. It may be repeated at will. */
@Injectable()
export class TakeBackRefunded {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly takeBackCredits: TakeBackCredits,
  ) {}

  /** Part of the caller's unit of work; the account of credits is locked last. */
  async execute({ tenantId, plan, price, credits }: LockedOrder, payment: PaymentKey & { id: string }): Promise<void> {
    const parts = await this.refunds.partsOf(tenantId, payment);
    const source = plan ? 'plan' : 'top_up';
    const asked = refundedCredits(
      parts.map(({ amount }) => amount),
      price.amount,
      credits,
    );
    // The refund that is reported last asks for all that is still due, so that their order does not matter.
    for (const { id: reference } of parts) {
      await this.takeBackCredits.execute({ tenantId, source, grantedFor: payment.id, reference, ...asked });
    }
  }
}
