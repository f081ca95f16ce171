import { eInvoiceOf } from './e-invoice';
import type { Invoice } from './invoice';

const invoice: Invoice = {
  id: '0198c0de-0000-7000-8000-000000000001',
  kind: 'invoice',
  number: 'IN/26-27/000042',
  financialYear: 2026,
  issuedAt: new Date('2027-03-30T18:30:00Z'),
  occurredAt: new Date('2027-03-30T18:30:00Z'),
  amount: 199_900,
  taxable: 169_407,
  cgst: 0,
  sgst: 0,
  igst: 30_493,
  content: {
    demonstration: false,
    seller: {
      name: 'Canar',
      address: '12 Residency Road\nBengaluru 560025',
      state: 'Karnataka',
      gstin: '29AAGCB7383J1Z4',
    },
    buyer: {
      name: 'Asha Works',
      address: '4 Hill Road, Bandra\nMumbai - 400 050',
      state: '27',
      gstin: '27AAPFU0939F1ZV',
    },
    placeOfSupply: '27',
    terms: { rate: 1800, sac: '998315' },
    description: 'Basic, 30 days, 500 credits',
    corrects: null,
  },
};
const withContent = (content: Partial<Invoice['content']>) => ({
  ...invoice,
  content: { ...invoice.content, ...content },
});
const { buyer } = invoice.content;

it('makes an e-invoice of an invoice between two registered parties', () => {
  expect(eInvoiceOf(invoice)).toEqual({
    Version: '1.1',
    TranDtls: { TaxSch: 'GST', SupTyp: 'B2B', RegRev: 'N' },
    DocDtls: { Typ: 'INV', No: 'IN/26-27/000042', Dt: '31/03/2027' },
    SellerDtls: {
      Gstin: '29AAGCB7383J1Z4',
      LglNm: 'Canar',
      Addr1: '12 Residency Road',
      Loc: 'Bengaluru',
      Pin: 560_025,
      Stcd: '29',
    },
    BuyerDtls: {
      Gstin: '27AAPFU0939F1ZV',
      LglNm: 'Asha Works',
      Addr1: '4 Hill Road',
      Addr2: 'Bandra',
      Loc: 'Mumbai',
      Pin: 400_050,
      Stcd: '27',
      Pos: '27',
    },
    ItemList: [
      {
        SlNo: '1',
        PrdDesc: 'Basic, 30 days, 500 credits',
        IsServc: 'Y',
        HsnCd: '998315',
        Qty: 1,
        Unit: 'OTH',
        UnitPrice: 1694.07,
        TotAmt: 1694.07,
        AssAmt: 1694.07,
        GstRt: 18,
        IgstAmt: 304.93,
        CgstAmt: 0,
        SgstAmt: 0,
        TotItemVal: 1999,
      },
    ],
    ValDtls: { AssVal: 1694.07, CgstVal: 0, SgstVal: 0, IgstVal: 304.93, TotInvVal: 1999 },
  });
});

it('names in a credit note the invoice that it corrects', () => {
  const corrects = { number: 'IN/25-26/000001', issuedAt: '2026-01-15T10:00:00Z' };
  expect(eInvoiceOf({ ...withContent({ corrects }), kind: 'credit_note' })).toMatchObject({
    DocDtls: { Typ: 'CRN' },
    RefDtls: { PrecDocDtls: [{ InvNo: 'IN/25-26/000001', InvDt: '15/01/2026' }] },
  });
});

it.each([
  ['the buyer is not registered', { buyer: { ...buyer, gstin: null } }],
  ['it is a demonstration', { demonstration: true }],
  ['the address has no PIN code', { buyer: { ...buyer, address: '4 Hill Road\nMumbai' } }],
  ['there is no address', { buyer: { ...buyer, address: null } }],
])('makes no e-invoice when %s', (_, content) => {
  expect(eInvoiceOf(withContent(content))).toBeNull();
});
