import { stateOfGstin } from './gstin';
import type { StateCode } from './states';
import type { Supply, TaxParts } from './tax';

/** Who sells. */
export interface Seller {
  name: string;
  address: string | null;
  /** As it is configured, in words. */
  state: string | null;
  /** null for a seller who is not registered for GST. */
  gstin: string | null;
}

/** Who buys. */
export interface Buyer {
  name: string;
  address: string | null;
  state: StateCode | null;
  /** null for a buyer who is not registered for GST. */
  gstin: string | null;
}

/** What the tax goes by. */
export interface TaxTerms {
  /** The whole rate, in hundredths of a percent. */
  rate: number;
  /** The services accounting code of what is sold. */
  sac: string;
}

/** What a document says beside its amounts, as it was when the document was issued. */
export interface InvoiceContent {
  /** No money was paid: the sandbox has collected it. */
  demonstration: boolean;
  seller: Seller;
  buyer: Buyer;
  /** null where no tax is charged. */
  placeOfSupply: StateCode | null;
  terms: TaxTerms | null;
  description: string;
  /** The invoice that a credit note corrects. */
  corrects: { number: string; issuedAt: string } | null;
}

export type InvoiceKind = 'invoice' | 'credit_note';

/** A document as it was issued. */
export interface Invoice extends TaxParts {
  id: string;
  kind: InvoiceKind;
  number: string;
  /** The year in which its financial year begins. */
  financialYear: number;
  issuedAt: Date;
  /** The payment, or the refund. */
  occurredAt: Date;
  /** With tax; paise. */
  amount: number;
  content: InvoiceContent;
}

/** Where the tax of a supply belongs: the buyer's registration, else their address, else the seller's state. */
export function placeOfSupply({ gstin: sellerGstin }: Seller, { gstin, state }: Buyer): StateCode | null {
  if (sellerGstin === null) return null;
  return (gstin === null ? state : stateOfGstin(gstin)) ?? stateOfGstin(sellerGstin);
}

/** How a document's supply is taxed. */
export function supplyOf({ seller, placeOfSupply: place }: Pick<InvoiceContent, 'seller' | 'placeOfSupply'>): Supply {
  if (seller.gstin === null || place === null) return 'untaxed';
  return stateOfGstin(seller.gstin) === place ? 'within-state' : 'between-states';
}

/** Which series a document belongs to. */
export interface Series {
  seller: string;
  prefix: string;
}

/**
 * The series of a document. Documents with tax, those of a seller without registration and those of a demonstration are numbered
 * apart, and so are credit notes.
 */
export function seriesOf(kind: InvoiceKind, { demonstration, seller }: InvoiceContent): Series {
  const [invoice, note] = demonstration ? ['DI', 'DN'] : seller.gstin === null ? ['RC', 'RN'] : ['IN', 'CN'];
  return { seller: seller.gstin ?? seller.name, prefix: kind === 'invoice' ? invoice : note };
}
