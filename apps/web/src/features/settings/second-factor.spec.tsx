import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { SecondFactor } from './second-factor';

const { settings: text, problems } = messagesOf('en');
const { secondFactor } = text;

const verified = { 'GET /user': { body: { emailVerified: true } } };
const off = { body: { since: null, recoveryCodesLeft: 0 } };
const on = { body: { since: '2026-01-15T10:00:00Z', recoveryCodesLeft: 9 } };
const asked = (method: string) => problem(403, 'confirmation.required', { methods: [method] });
const codes = ['k7mz-9xq2-wert-a5bn', 'aaaa-bbbb-cccc-dddd'];

const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));
const pressLast = (name: string) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name }).at(-1) as HTMLElement));
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, { selector: 'input' }), { target: { value } });

describe('SecondFactor', () => {
  it('confirms the person, shows QR code and key, and then the recovery codes', async () => {
    const enrolment = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Canar:asha?secret=JBSWY3DPEHPK3PXP' };
    const { sent } = stubApi({
      ...verified,
      'GET /auth/second-factor': [off, on],
      'POST /auth/second-factor': [asked('password'), { status: 201, body: enrolment }],
      'POST /auth/confirm': [problem(403, 'password.wrong'), { status: 204 }],
      'POST /auth/second-factor/confirm': { body: { recoveryCodes: codes } },
    });
    renderPage(<SecondFactor />);
    await press(secondFactor.setUp);
    await press(secondFactor.next);
    await type(text.password.current, 'not this one');
    await press(text.confirm.submit);
    expect(await screen.findByText(problems.password_wrong)).toBeTruthy();
    await type(text.password.current, 'a quiet bird');
    await press(text.confirm.submit);
    expect(await screen.findByRole('img', { name: secondFactor.qr })).toBeTruthy();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await type(secondFactor.code, '12345');
    await press(secondFactor.turnOn);
    expect(screen.getByText(secondFactor.sixDigits)).toBeTruthy();
    await type(secondFactor.code, '123 456');
    await press(secondFactor.turnOn);
    for (const code of codes) expect(await screen.findByText(code)).toBeTruthy();
    expect(sent('POST /auth/second-factor/confirm').map(({ body }) => body)).toEqual([{ code: '123456' }]);
  });

  it('removes it after a code, and asks for none again', async () => {
    const { sent } = stubApi({
      ...verified,
      'GET /auth/second-factor': [on, off],
      'DELETE /auth/second-factor': [asked('code'), { status: 204 }],
      'POST /auth/confirm': { status: 204 },
    });
    renderPage(<SecondFactor />);
    await press(secondFactor.remove);
    await pressLast(secondFactor.remove);
    await type(text.confirm.code, '123456');
    await press(text.confirm.submit);
    expect(await screen.findByText(secondFactor.removed)).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('button', { name: secondFactor.setUp })).toBeTruthy());
    expect(sent('POST /auth/confirm').map(({ body }) => body)).toEqual([{ code: '123456' }]);
  });

  it('asks to verify the address first', async () => {
    stubApi({ 'GET /user': { body: { emailVerified: false } }, 'GET /auth/second-factor': off });
    renderPage(<SecondFactor />);
    expect(await screen.findByText(secondFactor.verifyFirst)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
