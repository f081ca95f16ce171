import { act, fireEvent, render, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { EmailChangeLink } from './email-change-link';

const { auth, problems } = messagesOf('en');
const tasks = [
  ['changeEmail', 'POST /auth/email-change/confirm', '/settings/'],
  ['undoEmailChange', 'POST /auth/email-change/undo', '/forgot-password/'],
] as const;

function open(task: 'changeEmail' | 'undoEmailChange', route: string, reply: StubResponse, hash = '#token=abc-_1') {
  window.history.replaceState(null, '', `/change-email/${hash}`);
  const api = stubApi({ [route]: reply });
  render(<EmailChangeLink task={task} locale="en" text={auth} problems={problems} />);
  return api;
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe.each(tasks)('EmailChangeLink for %s', (task, route, next) => {
  it('acts with the token of the address after a click, and leads on', async () => {
    const { sent } = open(task, route, { status: 204 });
    expect(window.location.href).not.toContain('abc');
    expect(sent(route)).toEqual([]);
    await press(auth[task].submit);
    expect(await screen.findByText(auth[task].done)).toBeTruthy();
    expect(screen.getByRole('link', { name: auth[task].next }).getAttribute('href')).toBe(next);
    expect(sent(route).map(({ body }) => body)).toEqual([{ token: 'abc-_1' }]);
  });

  it('says that a link does not work, also without a token', async () => {
    const { sent } = open(task, route, problem(401, 'mailed-link.invalid'));
    await press(auth[task].submit);
    expect(await screen.findByText(problems.mailed_link_invalid)).toBeTruthy();
    expect(sent(route)).toHaveLength(1);
  });

  it('sends nothing without a token', async () => {
    const { sent } = open(task, route, { status: 204 }, '');
    await press(auth[task].submit);
    expect(await screen.findByText(problems.mailed_link_invalid)).toBeTruthy();
    expect(sent(route)).toEqual([]);
  });
});
