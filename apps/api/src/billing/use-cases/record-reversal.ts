import { Injectable } from '@nestjs/common';
import type { PaymentEvent, Reversal } from '../payments/payment-provider';
import { RecordDispute } from './record-dispute';
import { RecordRefund, type Reported } from './record-refund';

/** Whether an event takes a captured payment back. */
export function isReversal(event: PaymentEvent): event is Reversal {
  return event.kind === 'payment.refunded' || 'disputeId' in event;
}

/** Records what takes a captured payment back: a refund, or a step of a dispute. */
@Injectable()
export class RecordReversal {
  constructor(
    private readonly recordRefund: RecordRefund,
    private readonly recordDispute: RecordDispute,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. */
  async execute({ event, ...report }: Reported<Reversal>): Promise<void> {
    if (event.kind === 'payment.refunded') await this.recordRefund.execute({ ...report, event });
    else await this.recordDispute.execute({ ...report, event });
  }
}
