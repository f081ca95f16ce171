import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { LinkSignIn } from './link-sign-in';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { auth, problems } = messagesOf('en');
const post = 'POST /login/link';

function open(hash: string, reply: StubResponse = { body: { user: {}, accessToken: 't', expiresIn: 900 } }) {
  window.history.replaceState(null, '', `/sign-in/link/${hash}`);
  const api = stubApi({ [post]: reply });
  render(<LinkSignIn locale="en" text={auth} problems={problems} />);
  return api;
}

const button = () => screen.getByRole<HTMLButtonElement>('button', { name: auth.signIn.submit });
const press = () => act(async () => void fireEvent.click(button()));

describe('LinkSignIn', () => {
  beforeEach(() => push.mockReset());

  it('signs in with the token of the address after a click, and only then', async () => {
    const { sent } = open('#token=abc-_1');
    expect(sent(post)).toEqual([]);
    await press();
    await waitFor(() => expect(push).toHaveBeenCalledWith('/profiles/'));
    expect(sent(post).map(({ body }) => body)).toEqual([{ token: 'abc-_1' }]);
  });

  it('removes the token from the address', () => {
    open('#token=abc');
    expect(window.location.href).not.toContain('abc');
  });

  it('sends nothing without a token and says that the link does not work', async () => {
    const { sent } = open('');
    await press();
    expect(await screen.findByText(problems.sign_in_link_invalid)).toBeTruthy();
    expect(sent(post)).toEqual([]);
  });

  it('says that a link was used before or has expired', async () => {
    open('#token=abc', problem(401, 'sign-in-link.invalid'));
    await press();
    expect(await screen.findByText(problems.sign_in_link_invalid)).toBeTruthy();
    expect(push).not.toHaveBeenCalled();
    expect(button().disabled).toBe(false);
  });
});
