import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { saveFile } from '@/ui/save-file';
import { AccountExport } from './account-export';

jest.mock('@/ui/save-file', () => ({ saveFile: jest.fn() }));

const { settings, problems } = messagesOf('en');
const text = settings.data;
const none = { state: 'none', requestedAt: null, expiresAt: null, bytes: null };
const building = { ...none, state: 'building', requestedAt: '2026-12-01T10:00:00Z' };
const ready = { ...building, state: 'ready', expiresAt: '2026-12-08T10:00:00Z', bytes: 2_400_000 };
const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));

beforeEach(() => session.begin('token'));

describe('AccountExport', () => {
  it('asks for the export, says that it is built, and asks no second time meanwhile', async () => {
    const { sent } = stubApi({
      'GET /account/export': { body: none },
      'POST /account/export': { status: 202, body: building },
    });
    renderPage(<AccountExport />);
    await press(text.ask);
    expect(await screen.findByText(text.building)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(sent('POST /account/export')).toHaveLength(1);
  });

  it('downloads what is ready after a proof that it is still the person', async () => {
    const { sent } = stubApi({
      'GET /account/export': { body: ready },
      'GET /account/export/archive': [problem(403, 'confirmation.required', { methods: ['password'] }), { body: {} }],
      'POST /auth/confirm': { status: 204 },
    });
    renderPage(<AccountExport />);
    expect(await screen.findByText('Ready: 2.4 MB. You can download it until 8 Dec 2026.')).toBeTruthy();
    await press(text.download);
    fireEvent.change(await screen.findByLabelText(settings.password.current, { selector: 'input' }), {
      target: { value: 'a quiet bird' },
    });
    await press(settings.confirm.submit);
    await waitFor(() => expect(saveFile).toHaveBeenCalledWith(expect.anything(), 'canar-export.zip'));
    expect(sent('GET /account/export/archive')).toHaveLength(2);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says that it failed, and why another cannot be asked for yet', async () => {
    stubApi({
      'GET /account/export': { body: { ...building, state: 'failed' } },
      'POST /account/export': problem(429, 'account-export.too-many'),
    });
    renderPage(<AccountExport />);
    expect(await screen.findByText(text.failed)).toBeTruthy();
    await press(text.ask);
    expect(await screen.findByText(problems.account_export_too_many)).toBeTruthy();
  });
});
