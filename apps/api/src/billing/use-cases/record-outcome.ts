import { Injectable } from '@nestjs/common';
import type { CheckoutOutcome } from '../domain/checkout';
import type { CapturedPayment, EndedMandate, MissedPayment } from '../payments/payment-provider';
import type { LockedOrder } from '../persistence/order.repository';
import { RenewalAnswers } from '../renewals/renewal-answers';
import { RecordCapture } from './record-capture';

/** What a provider reported of an order. */
interface ReportedOutcome {
  provider: string;
  order: LockedOrder;
  event: CapturedPayment | MissedPayment | EndedMandate;
  reportedAt: Date;
}

/** Records how collecting an order went, with what that means for mandates and renewals. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly recordCapture: RecordCapture,
    private readonly renewalAnswers: RenewalAnswers,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. @returns what it means for the order, if anything */
  async execute({ provider, order, event, reportedAt }: ReportedOutcome): Promise<CheckoutOutcome | null> {
    if (event.kind === 'mandate.ended') {
      await this.renewalAnswers.ended(order, event.occurredAt);
      return null;
    }
    if (event.kind === 'payment.captured') {
      await this.renewalAnswers.authorised(order, provider, event);
      const outcome = await this.recordCapture.execute({ provider, order, event, reportedAt });
      await this.renewalAnswers.answered(order, 'captured', reportedAt);
      return outcome;
    }
    await this.renewalAnswers.answered(order, 'failed', reportedAt);
    return event.kind === 'payment.failed' ? 'declined' : 'abandoned';
  }
}
