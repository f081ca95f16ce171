import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { session } from '@/lib/api/session';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { Organisations } from './organisations';

jest.mock('idb-keyval');

const { settings, problems } = messagesOf('en');
const tenants = {
  body: {
    tenants: [
      { id: 't1', name: 'Asha Rao', role: 'owner', current: true },
      { id: 't2', name: 'Rao & Sons', role: 'editor', current: false },
    ],
  },
};
const route = 'POST /tenants/t2/switch';
const press = async () => {
  const button = await screen.findByRole('button', { name: 'Switch to Rao & Sons' });
  await act(async () => void fireEvent.click(button));
};

describe('Organisations', () => {
  it('names the current one and switches to another', async () => {
    session.begin('old');
    const { sent } = stubApi({ 'GET /tenants': tenants, [route]: { body: { accessToken: 'new' } } });
    renderPage(<Organisations />);
    expect(await screen.findByText(settings.organisations.current)).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await press();
    await waitFor(() => expect(session.headers()).toEqual({ authorization: 'Bearer new' }));
    expect(sent(route)).toHaveLength(1);
  });

  it('says when an organisation is no longer there', async () => {
    stubApi({ 'GET /tenants': tenants, [route]: problem(404, 'not-found') });
    renderPage(<Organisations />);
    await press();
    expect(await screen.findByText(problems.not_found)).toBeTruthy();
  });
});
