import type { PaymentProviderName } from '@canar/api-env';
import { notFound } from '../../platform/errors/problem';
import type { Mandates, PaymentProvider } from './payment-provider';

/** The payment providers by name: those on offer, and former ones whose events still arrive. */
export class PaymentProviders {
  private readonly byName: ReadonlyMap<string, PaymentProvider>;

  /** @param offered the names of those that collect new orders, the first of them first; each has its adapter */
  constructor(
    adapters: readonly PaymentProvider[],
    private readonly offered: readonly PaymentProviderName[],
  ) {
    this.byName = new Map(adapters.map((adapter) => [adapter.name, adapter]));
  }

  /** The name of the provider that collects an order unless the buyer chooses another. */
  get first(): PaymentProviderName {
    const [first] = this.offered;
    if (first === undefined) throw new Error('A payment provider is always offered.');
    return first;
  }

  /** All of them, in the order of their adapters. */
  get all(): PaymentProvider[] {
    return [...this.byName.values()];
  }

  /** Whether a provider collects new orders. */
  offers(name: string): boolean {
    return this.offered.some((each) => each === name);
  }

  /** What a provider can do with mandates. @throws {Error} when it has none */
  mandatesOf(name: string): Mandates {
    const { mandates } = this.get(name);
    if (!mandates) throw new Error(`${name} has no mandates.`);
    return mandates;
  }

  /** @throws {DomainError} `not-found` */
  get(name: string): PaymentProvider {
    const provider = this.byName.get(name);
    if (!provider) throw notFound();
    return provider;
  }
}
