import { type Buyer, placeOfSupply, type Seller, seriesOf, supplyOf, type InvoiceContent } from './invoice';

const seller: Seller = { name: 'Canar', address: null, state: 'Tamil Nadu', gstin: '33AAAAA0000A1Z5' };
const unregistered: Seller = { ...seller, gstin: null };
const buyer: Buyer = { name: 'Asha', address: null, state: null, gstin: null };

describe('the place of supply', () => {
  it('supplies to the state of the buyer’s registration, else of their address', () => {
    expect(placeOfSupply(seller, { ...buyer, state: '27', gstin: '27AAPFU0939F1ZV' })).toBe('27');
    expect(placeOfSupply(seller, { ...buyer, state: '29' })).toBe('29');
  });

  it('supplies to the seller’s state without an address or registration', () => {
    expect(placeOfSupply(seller, buyer)).toBe('33');
  });

  it('names no place of supply for a seller without registration', () => {
    expect(placeOfSupply(unregistered, { ...buyer, state: '29' })).toBeNull();
  });
});

describe('the tax of a supply', () => {
  it.each([
    [seller, '33', 'within-state'],
    [seller, '27', 'between-states'],
    [unregistered, null, 'untaxed'],
  ] as const)('taxes a supply by seller and place (%#)', (who, place, supply) => {
    expect(supplyOf({ seller: who, placeOfSupply: place })).toBe(supply);
  });
});

it('numbers taxed, untaxed and demonstration documents and their credit notes apart', () => {
  const contents = [
    { demonstration: false, seller },
    { demonstration: false, seller: unregistered },
    { demonstration: true, seller },
  ] as InvoiceContent[];
  const prefixes = contents.flatMap((content) => [
    seriesOf('invoice', content).prefix,
    seriesOf('credit_note', content).prefix,
  ]);
  expect(new Set(prefixes).size).toBe(6);
});
