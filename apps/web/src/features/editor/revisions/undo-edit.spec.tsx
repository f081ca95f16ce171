import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Revision } from '@/lib/api/types';
import { problem, stubApi } from '@/testing/stub-api';
import { renderEditor, revisionWith } from '../testing/render-editor';
import { UndoEdit } from './undo-edit';

const { problems } = messagesOf('en');
const undo = 'POST /profiles/p1/revisions/2/undo';
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

function open(revisions: Revision[], reply: object = {}) {
  const api = stubApi({
    'GET /profiles/p1/revisions': { body: { revisions, nextCursor: null } },
    'GET /profiles/p1/revisions/1': { body: { document: {} } },
    'GET /profiles/p1/revisions/2': { body: { document: {} } },
    [undo]: { body: { revision: { number: 2 }, reversal: { credits: 5, balanceAfter: 20 } }, ...reply },
  });
  renderEditor(<UndoEdit className="" />);
  return api;
}

describe('UndoEdit', () => {
  it('undoes the latest edit while there is time, and says how long', async () => {
    const { sent } = open([revisionWith({ number: 2, undoableUntil: inMinutes(4.5) })]);
    fireEvent.click(await screen.findByRole('button', { name: /Undo edit 2.*5 minutes left/ }));
    expect(await screen.findByText('Edit 2 undone. 5 credits back; you have 20.')).toBeTruthy();
    expect(sent(undo)).toHaveLength(1);
    expect(sent('GET /profiles/p1/revisions')).toHaveLength(2);
  });

  it('offers nothing after the time is over', async () => {
    const { sent } = open([revisionWith({ number: 2, undoableUntil: inMinutes(-1) })]);
    await waitFor(() => expect(sent('GET /profiles/p1/revisions/2')).toHaveLength(1));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers nothing for an edit under one that was undone when its own time is over', async () => {
    const undone = revisionWith({ number: 2, undone: true, undoableUntil: inMinutes(5) });
    const { sent } = open([undone, revisionWith({ number: 1 })]);
    await waitFor(() => expect(sent('GET /profiles/p1/revisions/1')).toHaveLength(1));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why an edit could not be undone', async () => {
    open([revisionWith({ number: 2, undoableUntil: inMinutes(5) })], problem(409, 'undo.too-late'));
    fireEvent.click(await screen.findByRole('button', { name: /Undo edit 2/ }));
    expect(await screen.findByText(problems.undo_too_late)).toBeTruthy();
  });
});
