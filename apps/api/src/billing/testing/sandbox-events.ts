import { createHmac, randomUUID } from 'node:crypto';
import { type Person, registerPerson } from '../../auth/testing';
import { CreditCharges } from '../../credits';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import type { TestApp } from '../../test-app';
import { openCheckout } from '../testing';

/** The fields of an event of the sandbox. */
export type EventFields = Record<string, unknown>;

/** What a checkout has written when nothing happened to it. */
export const untouched = {
  status: 'open',
  events: 0,
  payments: 0,
  unmatched: 0,
  periods: 0,
  entitlements: 0,
  granted: 0,
};

/** What a paid checkout of Basic has written, but for its events. */
export const bought = { status: 'paid', payments: 1, unmatched: 0, periods: 1, entitlements: 1, granted: 500 };

/** Reports to the API what the sandbox's events report, signed as its documentation describes it. */
export class SandboxEvents {
  readonly anonymous: ApiCaller;

  constructor(private readonly test: TestApp) {
    this.anonymous = new ApiCaller(test.app);
  }

  /** A new person with an open checkout of Basic. */
  async open(): Promise<{ person: Person; id: string }> {
    const person = await registerPerson(this.test.app);
    return { person, id: (await openCheckout(person, { plan: 'basic' })).body.checkoutId };
  }

  captured(checkoutId: string, fields: EventFields = {}): EventFields {
    return {
      id: `captured of ${checkoutId}`,
      kind: 'payment.captured',
      checkoutId,
      paymentId: `payment of ${checkoutId}`,
      amount: 199_900,
      currency: 'INR',
      occurredAt: this.test.clock.now().toISOString(),
      ...fields,
    };
  }

  refunded(checkoutId: string, amount: number, fields: EventFields = {}): EventFields {
    const id = `refund ${amount} of ${checkoutId}`;
    return this.captured(checkoutId, { id, kind: 'payment.refunded', refundId: id, amount, ...fields });
  }

  /** Saves an edit's worth of credits. @returns the id of what was charged */
  async spend({ user: { tenantId } }: Person): Promise<string> {
    const reference = randomUUID();
    const charge = () => this.test.app.get(CreditCharges).charge({ tenantId, action: 'profile.edit', reference });
    await this.test.app.get(UnitOfWork).run({ tenant: tenantId }, charge);
    return reference;
  }

  signature(
    body: string,
    seconds = Math.floor(this.test.clock.now().getTime() / 1000),
    secret = this.test.env.SANDBOX_SECRET ?? '',
  ): string {
    return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
  }

  deliver(
    event: EventFields,
    sign: (body: string) => string | undefined = (body) => this.signature(body),
  ): Promise<TestResponse<Record<string, unknown>>> {
    const body = JSON.stringify(event);
    const signed = sign(body);
    const headers: Record<string, string> = signed === undefined ? {} : { 'canar-sandbox-signature': signed };
    return this.anonymous.post('/api/billing/webhooks/sandbox', { body, headers });
  }

  /** Everything that a purchase writes, counted past row-level security. */
  async traces({ user: { tenantId } }: Person, checkoutId: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.test.sql(
      `SELECT (SELECT status FROM billing.orders WHERE id = $2) AS status,
              (SELECT count(*)::int FROM billing.provider_events WHERE order_id = $2) AS events,
              (SELECT count(*)::int FROM billing.payments WHERE tenant_id = $1) AS payments,
              (SELECT count(*)::int FROM billing.unmatched_payments WHERE tenant_id = $1) AS unmatched,
              (SELECT count(*)::int FROM billing.periods WHERE tenant_id = $1) AS periods,
              (SELECT count(*)::int FROM credits.entitlements WHERE tenant_id = $1) AS entitlements,
              (SELECT coalesce(sum(amount), 0)::int FROM credits.grants WHERE tenant_id = $1) AS granted`,
      [tenantId, checkoutId],
    );
    return row;
  }
}
