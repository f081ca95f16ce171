import { PdfTextReader } from '@canar/profile-import/testing';
import { HeavyWork } from '../../platform/heavy-work/heavy-work';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import type { ShareLink } from '../dto/share-link.dto';
import { publishDocument } from '../testing';

const document = {
  basics: {
    name: 'Meenakshi Iyer',
    label: 'Engineer',
    email: 'meenakshi@example.in',
    phone: '+91 98400 12345',
    location: { address: '7 Secret Street', postalCode: '600004', city: 'Chennai', countryCode: 'IN' },
  },
  work: [{ name: 'Acme', position: 'Staff engineer', summary: 'Made things.' }],
};
const hideable = ['email', 'phone', 'address'];
/** The phone number as anything might write it, the e-mail address and the street. */
const secrets = /98400[\s\S]{0,3}12345|9840012345|meenakshi@example|Secret Street|600004/i;

const pdfs = new PdfTextReader();

let test: TestApp;
let visitor: ApiCaller;
let hidden: string[];
let shown: string;
beforeAll(async () => {
  test = await startTestApp();
  visitor = new ApiCaller(test.app);
  const made = await publishDocument(test, document, { hiddenFields: hideable });
  const path = `/api/profiles/${made.id}/share-links`;
  const { body } = await made.person.api.post<ShareLink>(path, { body: { label: 'One' } });
  hidden = [`/p/${made.slug}`, new URL(String(body.url)).pathname];
  shown = `/p/${(await publishDocument(test, document, { hiddenFields: [] })).slug}`;
});
afterAll(() => test.close());

const textOf = async (address: string) => (await visitor.get(address)).text;
/** Each form of a page as text; of the PDF its text layer and its bytes. */
const formats: [string, (base: string) => Promise<string>][] = [
  ['HTML and its data', (base) => textOf(base)],
  ['JSON', (base) => textOf(`${base}.json`)],
  ['Markdown', (base) => textOf(`${base}.md`)],
  ['vCard', (base) => textOf(`${base}.vcf`)],
  [
    'PDF',
    async (base) => {
      const { bytes } = await visitor.get(`${base}.pdf`);
      return JSON.stringify(await pdfs.read(bytes)) + bytes.toString('latin1');
    },
  ],
];

describe('hidden fields', () => {
  it.each(formats)(
    'omits hidden fields from the %s, by slug and link, until they are made visible',
    async (_, read) => {
      for (const base of hidden) {
        const text = await read(base);
        expect(text).toContain('Meenakshi');
        expect(text).not.toMatch(secrets);
      }
      expect(await read(shown)).toMatch(secrets);
    },
  );

  it('omits hidden fields from the input of the card', async () => {
    const drawn = jest.spyOn(test.app.get(HeavyWork), 'run');
    for (const base of hidden) expect((await visitor.get(`${base}/card.png`)).status).toBe(200);
    expect(JSON.stringify(drawn.mock.calls)).toContain('Meenakshi Iyer');
    expect(JSON.stringify(drawn.mock.calls)).not.toMatch(secrets);
  });

  it('encodes nothing but the address in the QR code', async () => {
    const codes = await Promise.all([`${hidden[0]}/qr.svg`, `${shown}/qr.svg`].map(textOf));
    expect(codes.every((code) => code.startsWith('<svg') && !code.includes('<text'))).toBe(true);
  });
});
