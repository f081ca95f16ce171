import type { PaymentProvider } from './payment-provider';
import { PaymentProviders } from './payment-providers';

const adapter = (name: string) => ({ name }) as PaymentProvider;

describe('the registry of payment providers', () => {
  it('finds a former provider by its name and offers it no more', () => {
    const providers = new PaymentProviders([adapter('sandbox'), adapter('former')], ['sandbox']);
    expect(providers.first).toBe('sandbox');
    expect(providers.get('former').name).toBe('former');
    expect([providers.offers('sandbox'), providers.offers('former')]).toEqual([true, false]);
  });

  it('answers 404 for a provider that it does not know', () => {
    expect(() => new PaymentProviders([adapter('sandbox')], ['sandbox']).get('elsewhere')).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
