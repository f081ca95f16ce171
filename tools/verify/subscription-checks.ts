import { type Actor, idempotencyKey } from '@canar/actor';
import { parseUrl } from '@canar/profile-document';
import type { Report } from './report';
import { expectBody, eventually } from './expectations';

const PLANS = 'basic 199900 500, premium 299900 1000';
const REAL_MONEY = 'this installation takes real money, which a check does not spend';

/**
 * Chooses Basic and buys it in the sandbox.
 * @returns whether there are credits to spend; not in an
 * installation with real payments
 */
export async function checkSubscription(report: Report, actor: Actor): Promise<boolean> {
  const { client } = actor;
  await report.check('Plans and prices', PLANS, async () => {
    const { data } = await client.GET('/api/subscription/plans');
    const seen = data?.plans.map(({ id, price, credits }) => `${id} ${price.amount} ${credits}`).join(', ') ?? 'none';
    return { seen, passes: seen === PLANS };
  });
  await subscribed(report, actor, 'before', 'none');
  const checkout = await report.require('Choose Basic', '201, an address to pay at', () =>
    expectBody(
      client.POST('/api/subscription/checkout', { params: { header: idempotencyKey() }, body: { plan: 'basic' } }),
      201,
      ({ url }) => parseUrl(url, actor.origin) !== null,
      ({ url }) => new URL(url, actor.origin).origin,
    ),
  );
  if (!new URL(checkout.url, actor.origin).pathname.startsWith('/api/billing/sandbox/')) {
    report.skip('Purchase, credits, saving, publishing', REAL_MONEY);
    return false;
  }
  await pay(report, actor, checkout.checkoutId);
  return true;
}

async function pay(report: Report, actor: Actor, id: string): Promise<void> {
  const { client } = actor;
  const path = { id, act: 'pay' } as const;
  await report.require('Pay in the sandbox', '200 paid', () =>
    expectBody(
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
  await report.check(`Subscription ${when}`, status, () =>
    eventually(() =>
      expectBody(
        client.GET('/api/subscription'),
        200,
        (subscription) => subscription.status === status,
        (subscription) => subscription.status,
      ),
    ),
  );
}

/** The balance of credits. */
export async function checkBalance(report: Report, { client }: Actor, check: string, credits: number): Promise<void> {
  await report.check(check, `${credits} credits`, () =>
    eventually(() =>
      expectBody(
        client.GET('/api/credits'),
        200,
        ({ balance }) => balance === credits,
        ({ balance }) => `${balance} credits`,
      ),
    ),
  );
}
