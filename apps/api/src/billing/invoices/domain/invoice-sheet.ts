import { dayInIndia, financialYearText } from './financial-year';
import type { Buyer, Invoice, InvoiceContent, Seller } from './invoice';
import { type StateCode, states, stateTaxName } from './states';

/** A line of a name and what it stands for. */
export interface SheetFact {
  label: string;
  value: string;
}

/** Everything that a document says, as text in its order: what the page, the PDF and the mail have in common. */
export interface InvoiceSheet {
  title: string;
  number: string;
  /** Said before everything else; null for an ordinary document. */
  notice: string | null;
  facts: SheetFact[];
  seller: { title: string; lines: string[] };
  buyer: { title: string; lines: string[] };
  columns: { what: string; sac: string; amount: string };
  line: { what: string; sac: string; amount: string };
  sums: SheetFact[];
  total: SheetFact;
  notes: string[];
}

const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
const days = new Intl.DateTimeFormat('en-IN', { dateStyle: 'long', timeZone: 'UTC' });

/** The text of a document. */
export function invoiceSheet(invoice: Invoice): InvoiceSheet {
  const { kind, number, content, amount, taxable } = invoice;
  const { seller, buyer, description, terms, demonstration } = content;
  return {
    title: titleOf(invoice),
    number,
    notice: demonstration ? 'Demonstration: no money was paid, and this document is not valid.' : null,
    facts: factsOf(invoice),
    seller: { title: 'Seller', lines: sellerLines(seller) },
    buyer: { title: 'Buyer', lines: buyerLines(buyer) },
    columns: { what: 'Description', sac: 'SAC', amount: terms ? 'Taxable value' : 'Amount' },
    line: {
      what: kind === 'invoice' ? description : `Refund: ${description}`,
      sac: terms?.sac ?? '',
      amount: money(taxable),
    },
    sums: taxesOf(invoice),
    total: { label: kind === 'invoice' ? 'Total paid' : 'Total refunded', value: money(amount) },
    notes: notesOf(content),
  };
}

function titleOf({ kind, content: { terms } }: Invoice): string {
  if (kind === 'credit_note') return terms ? 'Credit note' : 'Receipt of a refund';
  return terms ? 'Tax invoice' : 'Receipt';
}

function factsOf({ kind, number, financialYear, issuedAt, occurredAt, content }: Invoice): SheetFact[] {
  const { placeOfSupply, corrects } = content;
  const facts = [
    { label: 'Number', value: number },
    { label: 'Date of issue', value: dayText(issuedAt) },
    { label: 'Financial year', value: financialYearText(financialYear) },
    { label: kind === 'invoice' ? 'Paid on' : 'Refunded on', value: dayText(occurredAt) },
  ];
  if (corrects)
    facts.push({ label: 'Corrects', value: `${corrects.number} of ${dayText(new Date(corrects.issuedAt))}` });
  if (placeOfSupply) facts.push({ label: 'Place of supply', value: stateText(placeOfSupply) });
  return facts;
}

function sellerLines({ name, address, state, gstin }: Seller): string[] {
  return [name, ...linesOf(address), ...present(state), ...present(gstin && `GSTIN ${gstin}`)];
}

function buyerLines({ name, address, state, gstin }: Buyer): string[] {
  return [name, ...linesOf(address), ...present(state && stateText(state)), ...present(gstin && `GSTIN ${gstin}`)];
}

function taxesOf({ cgst, sgst, igst, content: { terms, placeOfSupply } }: Invoice): SheetFact[] {
  if (!terms || !placeOfSupply) return [];
  if (igst > 0) return [{ label: `IGST ${percent(terms.rate)}`, value: money(igst) }];
  const half = percent(terms.rate / 2);
  return [
    { label: `CGST ${half}`, value: money(cgst) },
    { label: `${stateTaxName(placeOfSupply)} ${half}`, value: money(sgst) },
  ];
}

function notesOf({ terms }: InvoiceContent): string[] {
  return [
    terms
      ? 'No tax is payable on reverse charge.'
      : 'The seller is not registered for GST. No tax is charged, and none can be claimed from this document.',
    'Issued electronically; it is valid without a signature.',
  ];
}

function dayText(at: Date): string {
  return days.format(new Date(dayInIndia(at)));
}

function money(paise: number): string {
  return rupees.format(paise / 100);
}

function percent(rate: number): string {
  return `${rate / 100}%`;
}

function stateText(code: StateCode): string {
  return `${states[code]} (${code})`;
}

function linesOf(text: string | null): string[] {
  return text?.split('\n').filter((line) => line.trim() !== '') ?? [];
}

function present(text: string | null): string[] {
  return text ? [text] : [];
}
