import type { ProviderReport } from './tested-provider';

type Objects = Map<string, { id: string; created_at: number } & Record<string, unknown>>;

/** What there is at the double of Razorpay, as its lists show it: payments, refunds and disputes as they are now. */
export class RazorpayBook {
  private readonly objects: Record<'payments' | 'refunds' | 'disputes', Objects> = {
    payments: new Map(),
    refunds: new Map(),
    disputes: new Map(),
  };

  /** Lets something happen. @param consent what a payment says of the consent that was given with it */
  add(report: ProviderReport, consent: object | null): void {
    const { outcome, paymentId, refundId, disputeId, at } = report;
    if (outcome === 'unknown') return;
    const { payments, refunds, disputes } = this.objects;
    const seconds = Math.floor(Number(at) / 1000);
    if (!payments.has(paymentId)) payments.set(paymentId, { ...paymentOf(report, seconds), ...consent });
    if (refundId) refunds.set(refundId, refundOf(report, seconds));
    if (!disputeId) return;
    const openedAt = disputes.get(disputeId)?.created_at ?? seconds;
    disputes.set(disputeId, disputeOf(report, openedAt));
  }

  paymentsOf(order: string): object[] {
    return [...this.objects.payments.values()].filter((payment) => payment['order_id'] === order);
  }

  payment(id: string): unknown {
    return this.objects.payments.get(id);
  }

  /** The newest first, as in the documents. */
  list(what: keyof RazorpayBook['objects'], { from, to, count, skip }: Record<string, unknown>): unknown {
    const asked = [...this.objects[what].values()].filter(
      ({ created_at }) => created_at >= Number(from) && created_at <= Number(to),
    );
    const items = asked
      .toSorted((one, other) => other.created_at - one.created_at || one.id.localeCompare(other.id))
      .slice(Number(skip), Number(skip) + Number(count));
    return { entity: 'collection', count: items.length, items };
  }
}

const types = {
  captured: 'payment.captured',
  failed: 'payment.failed',
  refunded: 'refund.processed',
  'refund failed': 'refund.failed',
  questioned: 'payment.dispute.created',
  disputed: 'payment.dispute.created',
  won: 'payment.dispute.won',
  lost: 'payment.dispute.lost',
  unknown: 'order.notification.delivered',
};

/** The event of what is reported. */
export function eventOf(report: ProviderReport, consent: object | null): unknown {
  const { id, outcome, at } = report;
  const seconds = Math.floor(Number(at) / 1000);
  return {
    testId: id,
    entity: 'event',
    account_id: 'acc_double',
    event: types[outcome],
    contains: ['payment'],
    payload: {
      ...(report.refundId && { refund: { entity: refundOf(report, seconds) } }),
      ...(report.disputeId && { dispute: { entity: disputeOf(report, seconds) } }),
      payment: { entity: { ...paymentOf(report, seconds), ...consent } },
    },
    created_at: seconds,
  };
}

// https://razorpay.com/docs/webhooks/disputes: a retrieval is a question; only the later phases claim the money.
function disputeOf({ disputeId = '', outcome, paymentId, amount, currency = 'INR' }: ProviderReport, seconds: number) {
  const money = { amount, currency, amount_deducted: outcome === 'lost' ? amount : 0 };
  const status = outcome === 'won' || outcome === 'lost' ? outcome : 'open';
  const phase = outcome === 'questioned' ? 'retrieval' : 'chargeback';
  return { id: disputeId, entity: 'dispute', payment_id: paymentId, ...money, status, phase, created_at: seconds };
}

// https://razorpay.com/docs/api/payments: what it was when it was made; an amount in a later report is that of the refund or dispute.
function paymentOf({ paymentId, reference, outcome, amount, currency = 'INR' }: ProviderReport, seconds: number) {
  const captured = outcome !== 'failed';
  const about = { status: captured ? 'captured' : 'failed', captured, order_id: reference, method: 'upi', notes: [] };
  return { id: paymentId, entity: 'payment', amount, currency, amount_refunded: 0, ...about, created_at: seconds };
}

function refundOf({ refundId = '', paymentId, outcome, amount, currency = 'INR' }: ProviderReport, seconds: number) {
  const status = outcome === 'refunded' ? 'processed' : 'failed';
  return { id: refundId, entity: 'refund', payment_id: paymentId, amount, currency, status, created_at: seconds };
}
