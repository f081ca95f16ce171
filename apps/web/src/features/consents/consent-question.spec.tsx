import { fireEvent, screen, waitFor } from '@testing-library/react';
import { currentConsents } from '@canar/api-client';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { stubApi } from '@/testing/stub-api';
import { ConsentQuestion } from './consent-question';

const { consents: text } = messagesOf('en').account;
const list = 'GET /user/consents';
const post = 'POST /user/consents';

function open(...answers: object[][]) {
  const api = stubApi({ [list]: answers.map((consents) => ({ body: { consents } })), [post]: { status: 204 } });
  renderPage(<ConsentQuestion />);
  return api;
}

describe('ConsentQuestion', () => {
  it('asks a person without consents, and closes when they agree', async () => {
    const { sent } = open([], currentConsents);
    expect(await screen.findByText(text.body)).toBeTruthy();
    expect(screen.getByRole('link', { name: text.privacy }).getAttribute('href')).toBe('/privacy/');
    fireEvent.click(screen.getByRole('button', { name: text.agree }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(post)[0]?.body).toEqual({ consents: currentConsents });
  });

  it('asks again for a changed text only', async () => {
    open([{ ...currentConsents[0], version: '2020-01-01' }, ...currentConsents.slice(1)]);
    expect(await screen.findByText(text.changed)).toBeTruthy();
    expect(screen.queryByRole('link', { name: text.privacy })).toBeNull();
  });

  it('asks for the statement of age, which is a sentence and no page', async () => {
    const { sent } = open(currentConsents.slice(0, 2), currentConsents);
    expect(await screen.findByText(text.age)).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: text.agree }));
    await waitFor(() => expect(sent(post)[0]?.body).toEqual({ consents: currentConsents.slice(2) }));
  });

  it('waits until the next visit when asked later', async () => {
    const { sent } = open([]);
    fireEvent.click(await screen.findByRole('button', { name: text.later }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent(post)).toEqual([]);
  });

  it('renders nothing for a person who has agreed', async () => {
    const { sent } = open(currentConsents);
    await waitFor(() => expect(sent(list)).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
