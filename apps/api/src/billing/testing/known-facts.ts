import type { Dispute } from '../domain/dispute';
import type { PlanPayment, SubscriptionAct } from '../domain/facts';

const day = 86_400_000;

/** Something that happens at an instant: a payment that a provider reports some time later, or what a customer asks for. */
export interface Happening {
  what: string;
  order: string;
  at: Date;
}

/** Reads a life. @param start the instant of its day 0 */
export function readLife(life: string, start: Date): Happening[] {
  return life.split('; ').map((part) => {
    const words = part.split(' ');
    const [what = '', order = ''] = words;
    return { what, order, at: new Date(Number(start) + Math.round(Number(words.at(-1)) * day)) };
  });
}

/** Whether a customer asks for it. */
export const isAct = ({ what }: Happening): boolean => what === 'cancel' || what === 'resume';

/** The steps of a dispute: the kind of their event, and what the model calls their instant. */
export const steps: Partial<Record<string, [kind: string, instant: keyof Dispute]>> = {
  disputed: ['dispute.opened', 'openedAt'],
  won: ['dispute.won', 'wonAt'],
  lost: ['dispute.lost', 'lostAt'],
};

/** The facts of a life, as they come to be known. */
export class KnownFacts {
  readonly acts: SubscriptionAct[] = [];
  private readonly payments = new Map<string, PlanPayment>();
  private readonly disputes = new Map<string, Dispute>();

  /** Adds what a provider reports now. */
  add(
    what: string,
    { orderId, plan, replaces, at }: Pick<PlanPayment, 'orderId' | 'plan' | 'replaces'> & { at: Date },
    now: Date,
  ): void {
    const step = steps[what];
    if (step) {
      const nothing = { openedAt: null, wonAt: null, lostAt: null };
      this.disputes.set(orderId, { ...(this.disputes.get(orderId) ?? nothing), [step[1]]: at });
      return;
    }
    // Of two upgrades of one period the one that is reported first is the payment.
    const bought = replaces ? `upgrade of ${replaces}` : orderId;
    const known = this.payments.get(bought);
    const { reportedAt, paidAt } = known ?? { reportedAt: now, paidAt: at };
    const first = paidAt < at ? paidAt : at;
    const payment = { id: orderId, orderId, plan, replaces: replaces ?? null, ...known, paidAt: first, reportedAt };
    this.payments.set(bought, { ...payment, kind: 'payment' });
  }

  all(): (PlanPayment | SubscriptionAct)[] {
    const payments = [...this.payments.values()].map((payment) => {
      const dispute = this.disputes.get(payment.orderId);
      return dispute ? { ...payment, refundedAt: dispute.lostAt, disputes: [dispute] } : payment;
    });
    return [...payments, ...this.acts];
  }
}
