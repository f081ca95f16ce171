import { Injectable } from '@nestjs/common';
import type { PaymentEvent, Reversal } from '../payments/payment-provider';
import { FailRefund } from './fail-refund';
import { RecordDispute } from './record-dispute';
import { RecordRefund, type Reported } from './record-refund';

/** Whether an event is about taking a captured payment back. */
export function isReversal(event: PaymentEvent): event is Reversal {
  return 'refundId' in event || 'disputeId' in event;
}

/** Records what is reported of taking a captured payment back: a refund, that it failed, or a step of a dispute. */
@Injectable()
export class RecordReversal {
  constructor(
    private readonly recordRefund: RecordRefund,
    private readonly failRefund: FailRefund,
    private readonly recordDispute: RecordDispute,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. */
  async execute({ event, ...report }: Reported<Reversal>): Promise<void> {
    if (event.kind === 'payment.refunded') await this.recordRefund.execute({ ...report, event });
    else if (event.kind === 'refund.failed') await this.failRefund.execute({ ...report, event });
    else await this.recordDispute.execute({ ...report, event });
  }
}
