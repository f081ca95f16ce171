import { dayInIndia } from './financial-year';
import type { Invoice } from './invoice';

/** A party of an e-invoice. */
interface EInvoiceParty {
  Gstin: string;
  LglNm: string;
  Addr1: string;
  Addr2?: string;
  Loc: string;
  Pin: number;
  Stcd: string;
}

/** An e-invoice as the Indian portals register it: the schema INV-01, version 1.1, notified on 30 July 2020. Amounts in rupees. */
export interface EInvoice {
  Version: '1.1';
  TranDtls: { TaxSch: 'GST'; SupTyp: 'B2B'; RegRev: 'N' };
  DocDtls: { Typ: 'INV' | 'CRN'; No: string; Dt: string };
  SellerDtls: EInvoiceParty;
  BuyerDtls: EInvoiceParty & { Pos: string };
  ItemList: readonly object[];
  ValDtls: { AssVal: number; CgstVal: number; SgstVal: number; IgstVal: number; TotInvVal: number };
  RefDtls?: { PrecDocDtls: readonly { InvNo: string; InvDt: string }[] };
}

/** Whether a document is one that a portal registers: with tax, between two who are registered for GST. */
export function isRegistrable({ content: { demonstration, seller, buyer, terms } }: Invoice): boolean {
  return !demonstration && seller.gstin !== null && buyer.gstin !== null && terms !== null;
}

/** The document for a portal; null when it is not registrable, or an address lacks what the schema asks for: place and PIN code. */
export function eInvoiceOf(invoice: Invoice): EInvoice | null {
  const { kind, number, issuedAt, amount, taxable, cgst, sgst, igst, content } = invoice;
  const { seller, buyer, terms, placeOfSupply, description, corrects } = content;
  const [sellerDetails, buyerDetails] = [partyOf(seller), partyOf(buyer)];
  if (!isRegistrable(invoice) || !terms || !sellerDetails || !buyerDetails || placeOfSupply === null) return null;
  const [value, total] = [rupees(taxable), rupees(amount)];
  const what = { SlNo: '1', PrdDesc: description, IsServc: 'Y', HsnCd: terms.sac, Qty: 1, Unit: 'OTH' };
  const price = { UnitPrice: value, TotAmt: value, AssAmt: value, GstRt: terms.rate / 100 };
  const tax = { IgstAmt: rupees(igst), CgstAmt: rupees(cgst), SgstAmt: rupees(sgst), TotItemVal: total };
  return {
    Version: '1.1',
    TranDtls: { TaxSch: 'GST', SupTyp: 'B2B', RegRev: 'N' },
    DocDtls: { Typ: kind === 'invoice' ? 'INV' : 'CRN', No: number, Dt: dateOf(issuedAt) },
    SellerDtls: sellerDetails,
    BuyerDtls: { ...buyerDetails, Pos: placeOfSupply },
    ItemList: [{ ...what, ...price, ...tax }],
    ValDtls: { AssVal: value, CgstVal: tax.CgstAmt, SgstVal: tax.SgstAmt, IgstVal: tax.IgstAmt, TotInvVal: total },
    ...(corrects && {
      RefDtls: { PrecDocDtls: [{ InvNo: corrects.number, InvDt: dateOf(new Date(corrects.issuedAt)) }] },
    }),
  };
}

/** A party with the place and the PIN code of its address, which is written in lines as on an envelope. */
function partyOf(party: { name: string; address: string | null; gstin: string | null }): EInvoiceParty | null {
  const { name, address, gstin } = party;
  const lines = (address ?? '').split(/[\n,]/).flatMap((line) => line.trim() || []);
  const withPin = lines.findLast((line) => pinCode.test(line));
  const pin = withPin && pinCode.exec(withPin)?.[0];
  if (gstin === null || withPin === undefined || !pin) return null;
  const rest = lines.filter((line) => line !== withPin);
  const place = withPin.replace(pinCode, '').replaceAll(/^[\s–-]+|[\s–-]+$/g, '') || rest.at(-1);
  const [first = place, ...more] = rest;
  if (place === undefined || first === undefined) return null;
  const names = { Gstin: gstin, LglNm: name.slice(0, 100), Addr1: first.slice(0, 100) };
  const second = more.length > 0 && { Addr2: more.join(', ').slice(0, 100) };
  return { ...names, ...second, Loc: place.slice(0, 100), Pin: Number(pin.replace(' ', '')), Stcd: gstin.slice(0, 2) };
}

/** Six digits, the first of them not zero, with or without a space in the middle. */
const pinCode = /\b[1-9]\d{2} ?\d{3}\b/;

function rupees(paise: number): number {
  return paise / 100;
}

/** A day in India, as `31/03/2027`. */
function dateOf(at: Date): string {
  return dayInIndia(at).split('-').toReversed().join('/');
}
