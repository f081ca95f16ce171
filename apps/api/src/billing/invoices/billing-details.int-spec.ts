import { changeRole, type Person, registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { signInAgain, subscribe } from '../testing';
import type { BillingDetails, InvoicePage } from './dto/invoices.dto';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const sayWho = ({ api }: Person, body: object) => api.put<BillingDetails>('/api/billing/details', { body });
const mumbai = { name: 'Rao & Daughters', address: ['4 Hill Road', '400050 Mumbai'], state: '27', gstin: null };

describe('billing details', () => {
  it.each([
    ['a GSTIN with a wrong character', { gstin: '27AAPFU0939F1ZU' }, 'gstin.invalid'],
    ['a GSTIN of another state', { gstin: '29AAGCB7383J1Z4' }, 'gstin.state'],
    ['an unknown state', { state: '28' }, 'request.invalid'],
    ['no name', { name: ' ' }, 'request.invalid'],
    ['a line break in the address', { address: ['a\nb'] }, 'request.invalid'],
  ])('rejects billing details with %s', async (_, fields, code) => {
    const person = await registerPerson(test.app);
    const { status, body } = await sayWho(person, { ...mumbai, ...fields });
    expect([status, (body as unknown as { code: string }).code]).toEqual([400, code]);
  });

  it('begins details with the person’s name and takes the state of the GSTIN', async () => {
    const person = await registerPerson(test.app);
    const before = await person.api.get<BillingDetails>('/api/billing/details');
    expect(before.body).toEqual({ name: 'Asha Rao', address: [], state: null, gstin: null });
    const changed = await sayWho(person, { ...mumbai, state: null, gstin: '27AAPFU0939F1ZV' });
    expect(changed.body).toEqual({ ...mumbai, gstin: '27AAPFU0939F1ZV' });
    expect((await person.api.get('/api/billing/details')).body).toEqual(changed.body);
  });

  it('refuses invoices and details to a member who may not read money', async () => {
    const person = await registerPerson(test.app);
    await subscribe(person);
    const { invoices } = (await person.api.get<InvoicePage>('/api/billing/invoices')).body;
    const id = String(invoices[0]?.id);
    await changeRole(test, person, 'editor');
    const editor = await signInAgain(test, person);
    for (const url of ['details', 'invoices', `invoices/${id}`, `invoices/${id}.pdf`])
      expect((await editor.api.get(`/api/billing/${url}`)).status).toBe(403);
    expect((await sayWho(editor, mumbai)).status).toBe(403);
  });
});
