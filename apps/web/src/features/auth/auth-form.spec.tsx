import { act, fireEvent, render, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { AuthForm } from './auth-form';

const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { auth, problems } = messagesOf('en');

function answer(status: number, body: unknown) {
  const fetch = jest.fn(async () => ({ ok: status < 400, status, json: async () => body }) as Response);
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch;
}

async function submit(values: Record<string, string>, mode: 'signUp' | 'signIn') {
  render(<AuthForm mode={mode} locale="en" text={auth} problems={problems} />);
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } });
  }
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: auth[mode].submit })));
}

const asha = { Name: 'Asha Rao', Email: 'asha@example.in', Password: 'a quiet bird' };

describe('AuthForm', () => {
  beforeEach(() => push.mockReset());

  it('names what is missing at its field, gives the first one the focus, and asks nothing of the server', async () => {
    const fetch = answer(201, {});
    await submit({ ...asha, Name: '', Email: 'asha@' }, 'signUp');
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(screen.getByText(auth.badEmail)).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('goes to the plans after creating an account', async () => {
    answer(201, { user: {}, accessToken: 't', expiresIn: 900 });
    await submit(asha, 'signUp');
    expect(push).toHaveBeenCalledWith('/plans/');
  });

  it('goes where one was heading after signing in', async () => {
    window.history.replaceState(null, '', '/sign-in/?next=%2Fcredits%2F');
    answer(200, { user: {}, accessToken: 't', expiresIn: 900 });
    await submit({ Email: asha.Email, Password: asha.Password }, 'signIn');
    expect(push).toHaveBeenCalledWith('/credits/');
  });

  it('says in words what the server refused', async () => {
    answer(401, { code: 'credentials.wrong' });
    await submit({ Email: asha.Email, Password: 'wrong' }, 'signIn');
    expect(screen.getByText(problems.credentials_wrong)).toBeTruthy();
    expect(push).not.toHaveBeenCalled();
  });
});
