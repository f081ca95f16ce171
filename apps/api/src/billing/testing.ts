import { randomUUID } from 'node:crypto';
import type { Person } from '../auth/testing';
import { ApiCaller, type TestResponse } from '../platform/testing/api-caller';
import type { TestApp } from '../test-app';
import type { PlanId } from './domain/plans';
import type { Checkout } from './dto/billing.dto';

type Ordered = { plan: PlanId; autoRenew?: boolean } | { packs: number };

/** Opens a checkout as a person, for a plan or for packs of credits. @param key the Idempotency-Key */
export function openCheckout(
  person: Person,
  body: Ordered,
  key: string = randomUUID(),
): Promise<TestResponse<Checkout>> {
  const address = 'plan' in body ? '/api/subscription/checkout' : '/api/credits/top-up';
  return person.api.post<Checkout>(address, { body, headers: { 'idempotency-key': key } });
}

/** Does on the sandbox's page what its buttons do, as the signed-in buyer. */
export function actAtSandbox(
  person: Person,
  checkoutId: string,
  act: 'pay' | 'pay-once' | 'decline' | 'abandon' | 'revoke' | 'refuse' | 'accept',
): Promise<TestResponse<{ status: string }>> {
  return person.api.post(`/api/billing/sandbox/checkouts/${checkoutId}/${act}`);
}

/** Signs a person in again, whose session has expired since the clock was moved. */
export async function signInAgain({ app }: TestApp, person: Person): Promise<Person> {
  const anonymous = new ApiCaller(app);
  const { email } = person.user;
  const { body } = await anonymous.post('/api/login', { body: { email, password: person.password } });
  return { ...person, api: anonymous.with({ authorization: `Bearer ${String(body['accessToken'])}` }) };
}

/** Buys a plan through the sandbox over HTTP: afterwards the person has a running period and its credits. */
export async function subscribe(person: Person, plan: PlanId = 'basic'): Promise<void> {
  await buy(person, { plan });
}

/** The same with the consent to renew automatically. @returns the id of the checkout, which is that of the mandate */
export function subscribeForGood(person: Person, plan: PlanId = 'basic'): Promise<string> {
  return buy(person, { plan, autoRenew: true });
}

/** Buys packs of credits through the sandbox over HTTP. */
export async function topUp(person: Person, packs: number): Promise<void> {
  await buy(person, { packs });
}

async function buy(person: Person, body: Ordered): Promise<string> {
  const opened = await openCheckout(person, body);
  if (opened.status !== 201) throw new Error(`Opening a checkout answered ${opened.status}: ${opened.text}`);
  const paid = await actAtSandbox(person, opened.body.checkoutId, 'pay');
  if (paid.body.status !== 'paid') throw new Error(`Paying answered ${paid.status}: ${paid.text}`);
  return opened.body.checkoutId;
}
