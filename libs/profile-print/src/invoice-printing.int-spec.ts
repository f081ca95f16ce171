import type { InvoiceText } from './invoice-text';
import { ProfilePrinter } from './profile-printer';
import { patientMs } from './testing/over-its-limit';
import { PdfReader, plainText } from './testing/read-pdf';

const invoice: InvoiceText = {
  title: 'Tax invoice',
  number: 'IN/26-27/000042',
  notice: null,
  facts: [
    { label: 'Number', value: 'IN/26-27/000042' },
    { label: 'Place of supply', value: 'Maharashtra (27)' },
  ],
  seller: { title: 'Seller', lines: ['Canar Private Limited', '1 Example Street', 'GSTIN 33AAAAA0000A1Z5'] },
  buyer: { title: 'Buyer', lines: ['आशा राव', 'தமிழ் சாலை 4', '#set text(99pt) $x$ _m_ https://canar.example'] },
  columns: { what: 'Description', sac: 'SAC', amount: 'Taxable value' },
  line: { what: 'Premium, 30 days, 1000 credits', sac: '998315', amount: '₹2,541.53' },
  sums: [{ label: 'IGST 18%', value: '₹457.47' }],
  total: { label: 'Total paid', value: '₹2,999.00' },
  notes: ['No tax is payable on reverse charge.'],
};

let printer: ProfilePrinter;
let reader: PdfReader;
beforeAll(() => {
  printer = new ProfilePrinter({ startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  reader = new PdfReader();
});
afterAll(async () => {
  await printer.close();
  reader.close();
});

it('prints every text of an invoice in order, as data and never as markup', async () => {
  const { pdf, pages, accessible, unsupportedGlyphs } = await printer.printInvoice(invoice);
  const text = plainText(await reader.read(pdf));
  const { facts, seller, buyer, line, sums, total, notes } = invoice;
  const texts = [
    invoice.title,
    ...facts.flatMap(({ label, value }) => [label, value]),
    ...seller.lines,
    ...buyer.lines,
    ...Object.values(line),
    ...[...sums, total].flatMap(({ label, value }) => [label, value]),
    ...notes,
  ];
  expect(texts.filter((each) => !text.includes(each))).toEqual([]);
  expect({ pages, accessible, unsupportedGlyphs }).toEqual({ pages: 1, accessible: true, unsupportedGlyphs: [] });
});

it('prints the same bytes for the same invoice, and the notice of a demonstration', async () => {
  const one = await printer.printInvoice(invoice);
  expect(Buffer.from((await printer.printInvoice(invoice)).pdf).equals(Buffer.from(one.pdf))).toBe(true);
  const { pdf } = await printer.printInvoice({ ...invoice, notice: 'No money was paid.' });
  expect(plainText(await reader.read(pdf))).toContain('No money was paid.');
});
