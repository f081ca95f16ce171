import { fireEvent, render, screen, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { stubApi, stubOffline } from '@/testing/stub-api';
import { StatusTable } from './status-table';

const { status: text } = messagesOf('en').legal;
const ready = { body: { ready: true, unreachable: [] } };
const impaired = { status: 503, body: { ready: false, unreachable: ['cache', 'elsewhere'] } };
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));
const open = () => render(<StatusTable locale="en" text={text} />);

describe('StatusTable', () => {
  it('says that everything works', async () => {
    stubApi({ 'GET /health/ready': ready });
    open();
    expect(await screen.findByText(text.fine)).toBeTruthy();
    expect(row(text.parts.database).getByText(text.works)).toBeTruthy();
  });

  it('names the parts that do not work, also unknown ones, and asks again', async () => {
    stubApi({ 'GET /health/ready': [impaired, ready] });
    open();
    expect(await screen.findByText(text.impaired)).toBeTruthy();
    expect(row(text.parts.cache).getByText(text.fails)).toBeTruthy();
    expect(row('elsewhere').getByText(text.fails)).toBeTruthy();
    expect(row(text.parts.database).getByText(text.works)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: text.again }));
    expect(await screen.findByText(text.fine)).toBeTruthy();
  });

  it('says when the service cannot be reached', async () => {
    stubOffline();
    open();
    expect(await screen.findByText(text.unreachable)).toBeTruthy();
    expect(screen.queryByText(text.works)).toBeNull();
  });
});
