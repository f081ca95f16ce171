import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { CheckoutId } from '../../platform/ids/ids';
import type { PaymentEvent } from '../payments/payment-provider';

/** Stores how far providers were asked, and compares what they answer with what is known. */
@Injectable()
export class ReconciliationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Until which instant a provider was asked; null when it never was. */
  async reached(provider: string): Promise<Date | null> {
    const [row] = await this.unitOfWork.read<{ reached: Date }>(
      'global',
      'SELECT reached FROM billing.reconciliations WHERE provider = $1',
      [provider],
    );
    return row?.reached ?? null;
  }

  /** Notes until which instant a provider was asked; never an earlier one than before. */
  async setReached(provider: string, reached: Date): Promise<void> {
    await this.unitOfWork.run('global', () =>
      this.unitOfWork.query(
        `INSERT INTO billing.reconciliations (provider, reached) VALUES ($1, $2)
         ON CONFLICT (provider) DO UPDATE SET reached = greatest(reconciliations.reached, EXCLUDED.reached)`,
        [provider, reached],
      ),
    );
  }

  /** Which of these events were processed. */
  async processed(provider: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.read<{ id: string }>(
      'global',
      'SELECT event_id AS id FROM billing.provider_events WHERE provider = $1 AND event_id = ANY($2)',
      [provider, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether what an event reports of an order is known, under whatever id it was reported. Part of the tenant's unit of work. */
  async isKnown(provider: string, orderId: CheckoutId, event: PaymentEvent): Promise<boolean> {
    const [sql, key] = knowledgeOf(event);
    const [row] = await this.unitOfWork.query<{ known: boolean }>(`SELECT EXISTS (${sql}) AS known`, [
      provider,
      orderId,
      ...key,
    ]);
    return row?.known === true;
  }
}

/** Where the fact of an event would be, with the key of it beside provider and order. */
function knowledgeOf(event: PaymentEvent): [sql: string, key: string[]] {
  const ofOrder = 'provider = $1 AND order_id = $2';
  if (event.kind === 'mandate.ended')
    return [`SELECT FROM billing.mandates WHERE ${ofOrder} AND ended_at IS NOT NULL`, []];
  if ('disputeId' in event) {
    const step = event.kind.replace('dispute.', '');
    return [
      `SELECT FROM billing.disputes WHERE ${ofOrder} AND provider_dispute_id = $3 AND step = $4`,
      [event.disputeId, step],
    ];
  }
  if (event.kind === 'payment.refunded') {
    return [`SELECT FROM billing.refunds WHERE ${ofOrder} AND provider_refund_id = $3`, [event.refundId]];
  }
  if (event.kind === 'refund.failed') {
    return [
      `SELECT FROM billing.refund_requests WHERE ${ofOrder} AND provider_refund_id = $3 AND rejected_at IS NOT NULL`,
      [event.refundId],
    ];
  }
  return [
    `SELECT FROM billing.provider_events WHERE ${ofOrder} AND kind = $3 AND coalesce(provider_payment_id, '') = $4`,
    [event.kind, event.paymentId ?? ''],
  ];
}
