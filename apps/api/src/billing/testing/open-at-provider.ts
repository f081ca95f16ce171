import { randomUUID } from 'node:crypto';
import { type Person, registerPerson } from '../../auth/testing';
import type { TestApp } from '../../test-app';
import type { Checkout } from '../dto/billing.dto';
import type { ProviderReport, TestedProvider } from './tested-provider';

/** A checkout of Basic at a provider: its buyer, and what the provider can report of it. */
export interface OpenAtProvider {
  person: Person;
  id: string;
  reported: ProviderReport;
  url: string;
}

/** Opens a checkout of Basic at a provider for a new person. */
export async function openAtProvider({ app, sql, clock }: TestApp, { name }: TestedProvider): Promise<OpenAtProvider> {
  const person = await registerPerson(app);
  const headers = { 'idempotency-key': randomUUID() };
  const body = { plan: 'basic', provider: name };
  const opened = (await person.api.post<Checkout>('/api/subscription/checkout', { body, headers })).body;
  const [row] = await sql('SELECT provider, provider_reference FROM billing.orders WHERE id = $1', [opened.checkoutId]);
  expect(row?.['provider']).toBe(name);
  const reported: ProviderReport = {
    id: `evt_${randomUUID()}`,
    outcome: 'captured',
    orderId: opened.checkoutId,
    reference: String(row?.['provider_reference']),
    paymentId: `pay_${randomUUID()}`,
    amount: 199_900,
    at: clock.now(),
  };
  return { person, id: opened.checkoutId, reported, url: opened.url };
}
