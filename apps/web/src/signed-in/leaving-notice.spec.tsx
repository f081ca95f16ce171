import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { stubApi } from '@/testing/stub-api';
import { LeavingNotice } from './leaving-notice';

const { leaving } = messagesOf('en').account;

describe('LeavingNotice', () => {
  it('says when the account is erased, and keeps it at a press', async () => {
    const { sent } = stubApi({
      'GET /user': [{ body: { eraseAt: '2026-02-01T10:00:00Z' } }, { body: { eraseAt: null } }],
      'DELETE /account/deletion': { status: 204 },
    });
    renderPage(<LeavingNotice />);
    expect(await screen.findByText(/This account will be erased on/)).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: leaving.keep })));
    await waitFor(() => expect(screen.queryByRole('button', { name: leaving.keep })).toBeNull());
    expect(sent('DELETE /account/deletion')).toHaveLength(1);
  });
});
