import { type Actor, idempotencyKey } from '@canar/actor';
import type { Report } from './report';
import { answered, eventually } from './expectations';

const PLANS = 'basic 199900 500, premium 299900 1000';
const REAL_MONEY = 'this installation takes real money, which a check does not spend';

/**
 * Chooses Basic and buys it in the sandbox.
 * @returns whether there are credits to spend now; in an installation that takes money, there are none
 */
export async function walkSubscription(report: Report, actor: Actor): Promise<boolean> {
  const { client } = actor;
  await report.look('Plans and prices', PLANS, async () => {
    const { data } = await client.GET('/api/subscription/plans');
    const seen = data?.plans.map(({ id, price, credits }) => `${id} ${price.amount} ${credits}`).join(', ') ?? 'none';
    return { seen, holds: seen === PLANS };
  });
  await subscribed(report, actor, 'before', 'none');
  const checkout = await report.need('Choose Basic', '201, an address to pay at', () =>
    answered(
      client.POST('/api/subscription/checkout', { params: { header: idempotencyKey() }, body: { plan: 'basic' } }),
      201,
      ({ url }) => URL.canParse(url, actor.origin),
      ({ url }) => new URL(url, actor.origin).origin,
    ),
  );
  if (!new URL(checkout.url, actor.origin).pathname.startsWith('/api/billing/sandbox/')) {
    report.leaveOut('Purchase, credits, saving, publishing', REAL_MONEY);
    return false;
  }
  await pay(report, actor, checkout.checkoutId);
  return true;
}

async function pay(report: Report, actor: Actor, id: string): Promise<void> {
  const { client } = actor;
  const path = { id, act: 'pay' } as const;
  await report.need('Pay in the sandbox', '200 paid', () =>
    answered(
      client.POST('/api/billing/sandbox/checkouts/{id}/{act}', { params: { path }, body: {} }),
      200,
      ({ status }) => status === 'paid',
      ({ status }) => status,
    ),
  );
  await subscribed(report, actor, 'after the payment', 'active');
  await checkBalance(report, actor, 'Credits of Basic', 500);
}

async function subscribed(report: Report, { client }: Actor, when: string, status: string): Promise<void> {
  await report.look(`Subscription ${when}`, status, () =>
    eventually(() =>
      answered(
        client.GET('/api/subscription'),
        200,
        (subscription) => subscription.status === status,
        (subscription) => subscription.status,
      ),
    ),
  );
}

/** How many credits there are to spend. */
export async function checkBalance(report: Report, { client }: Actor, check: string, credits: number): Promise<void> {
  await report.look(check, `${credits} credits`, () =>
    eventually(() =>
      answered(
        client.GET('/api/credits'),
        200,
        ({ balance }) => balance === credits,
        ({ balance }) => `${balance} credits`,
      ),
    ),
  );
}
