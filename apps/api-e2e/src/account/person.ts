import { randomUUID } from 'node:crypto';
import { type ApiClient, createApiClient, type Schema } from '@canar/api-client';
import type { ApiProcess } from '../product/api-process';

/** A person with an account, who can speak to any API process. */
export interface Person {
  tenantId: string;
  email: string;
  /** The person's requests to a process, typed by the contract. */
  at(api: ApiProcess): ApiClient;
}

/** What a typed request gives. */
interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/** The body of a request that must succeed. @throws {Error} with the refusal */
export async function done<Body>(request: Promise<Answer<Body>>): Promise<Body> {
  const { data, error, response } = await request;
  if (response.ok) return data as Body;
  throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
}

/** Registers a new person. */
export async function register(api: ApiProcess): Promise<Person> {
  const email = `${randomUUID()}@example.in`;
  const body = { email, password: 'a quiet phrase of the tests', name: 'Asha Rao' };
  const anonymous = createApiClient({ baseUrl: api.origin });
  const { user, accessToken } = await done<Schema<'SignedIn'>>(anonymous.POST('/api/register', { body }));
  const headers = { authorization: `Bearer ${accessToken}` };
  return { tenantId: user.tenantId, email, at: ({ origin }) => createApiClient({ baseUrl: origin, headers }) };
}

/** Registers a person who has bought Basic and so holds 500 credits. */
export async function subscriber(api: ApiProcess): Promise<Person> {
  const person = await register(api);
  const params = { header: { 'Idempotency-Key': randomUUID() } };
  await pay(
    person.at(api),
    await done(person.at(api).POST('/api/subscription/checkout', { params, body: { plan: 'basic' } })),
  );
  return person;
}

/** Buys packs of 100 credits, 20 of them at a time. */
export async function topUp(person: Person, api: ApiProcess, packs: number): Promise<void> {
  for (let left = packs; left > 0; left -= 20) {
    const params = { header: { 'Idempotency-Key': randomUUID() } };
    const body = { packs: Math.min(left, 20) };
    await pay(person.at(api), await done(person.at(api).POST('/api/credits/top-up', { params, body })));
  }
}

async function pay(client: ApiClient, { checkoutId: id }: Schema<'Checkout'>): Promise<void> {
  const path = { id, act: 'pay' } as const;
  const { status } = await done(
    client.POST('/api/billing/sandbox/checkouts/{id}/{act}', { params: { path }, body: {} }),
  );
  if (status !== 'paid') throw new Error(`Paying in the sandbox ended as ${status}.`);
}

/** What can be spent now. */
export async function balanceOf(person: Person, api: ApiProcess): Promise<number> {
  return (await done(person.at(api).GET('/api/credits'))).balance;
}
