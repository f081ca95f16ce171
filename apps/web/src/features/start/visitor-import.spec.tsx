import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { deletePendingImport, readPendingImport, writePendingImport } from '@/lib/pending-import';
import type { Imported } from '@/lib/api/types';
import { problem, stubApi } from '@/testing/stub-api';
import { importProblems } from './import-problems';
import { VisitorImport } from './visitor-import';

jest.mock('idb-keyval');

const { start, problems } = messagesOf('en');
const text = start.visitor;
const imported = {
  source: 'pdf',
  document: { basics: { name: 'Mina Iyer' } },
  placed: [
    { section: 'basics', count: 2 },
    { section: 'work', count: 1 },
  ],
} as unknown as Imported;
const file = new File(['%PDF'], 'mina.pdf', { type: 'application/pdf' });

const open = () => render(<VisitorImport locale="en" text={text} problems={importProblems('en')} />);
const choose = () => fireEvent.change(screen.getByLabelText(text.choose), { target: { files: [file] } });

beforeEach(() => deletePendingImport());

describe('VisitorImport', () => {
  it('reads a file without an account and keeps the result in this browser', async () => {
    const { sent } = stubApi({ 'POST /import': { body: imported } });
    open();
    choose();
    expect(await screen.findByText('Mina Iyer: 2 sections read.')).toBeTruthy();
    expect((sent('POST /import')[0]?.body as FormData).get('file')).toBeInstanceOf(File);
    expect(sent('POST /import')[0]?.headers['authorization']).toBeUndefined();
    expect((await readPendingImport(Date.now()))?.imported).toEqual(imported);
    expect(screen.getByRole('link', { name: text.keep }).getAttribute('href')).toBe('/sign-up/');
  });

  it('shows the result that waits in this browser, and discards it with one button', async () => {
    await writePendingImport({ imported, at: Date.now() });
    open();
    fireEvent.click(await screen.findByRole('button', { name: text.discard }));
    expect(await screen.findByLabelText(text.choose)).toBeTruthy();
    expect(await readPendingImport(Date.now())).toBeNull();
  });

  it('says why a file cannot be read, and takes another one', async () => {
    stubApi({ 'POST /import': [problem(422, 'import.pdf-without-text'), { body: imported }] });
    open();
    choose();
    expect(await screen.findByText(problems.import_pdf_without_text)).toBeTruthy();
    expect(await readPendingImport(Date.now())).toBeNull();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(text.choose).disabled).toBe(false));
    choose();
    expect(await screen.findByText('Mina Iyer: 2 sections read.')).toBeTruthy();
  });
});
