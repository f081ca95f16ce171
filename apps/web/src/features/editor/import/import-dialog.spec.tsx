import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Imported } from '@/lib/api/types';
import { problem, type StubResponse, stubApi } from '@/testing/stub-api';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ImportDialog } from './import-dialog';

const { editor, problems } = messagesOf('en');
const text = editor.import;
const post = 'POST /profiles/p1/import';

function importedWith(change: Partial<Imported> = {}): Imported {
  const imported = {
    source: 'json-resume',
    document: { basics: { name: 'Lena Vasquez' }, work: [{ name: 'Acme', startDate: 'once' }] },
    placed: [
      { section: 'basics', count: 1 },
      { section: 'work', count: 1 },
    ],
    repaired: [],
    repairedOmitted: 0,
    unplaced: [],
    unplacedOmitted: 0,
    warnings: [],
  };
  return { ...imported, ...change } as Imported;
}

function open(reply: StubResponse = { body: importedWith() }) {
  const api = stubApi({ [post]: reply });
  const onClose = jest.fn();
  const { store } = renderEditor(<ImportDialog onClose={onClose} />, editorStore({ basics: { name: 'Before' } }));
  return { ...api, store, onClose };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

function paste(json: string) {
  fireEvent.change(screen.getByLabelText(text.paste), { target: { value: json } });
  fireEvent.click(button(text.submit));
}

function choose(file: File) {
  fireEvent.change(screen.getByLabelText(text.file), { target: { files: [file] } });
}

describe('ImportDialog', () => {
  it('puts a pasted résumé into the draft, one undo away from the old one', async () => {
    const { store, sent, onClose } = open();
    paste('{"basics":{}}');
    fireEvent.click(await screen.findByRole('button', { name: text.use }));
    expect(sent(post)[0]?.body).toEqual({ basics: {} });
    expect(store.current().document.basics?.name).toBe('Lena Vasquez');
    expect(store.current().document.meta?.canar?.ids?.work).toHaveLength(1);
    expect(onClose).toHaveBeenCalledTimes(1);
    store.undo();
    expect(store.current().document).toEqual({ basics: { name: 'Before' } });
  });

  it('sends a chosen file as a file and names it while it is read', async () => {
    let answer = (_: StubResponse) => undefined as void;
    const pending = new Promise<StubResponse>((resolve) => (answer = resolve));
    const { sent } = stubApi({ [post]: () => pending });
    renderEditor(<ImportDialog onClose={jest.fn()} />);
    choose(new File(['%PDF'], 'cv.pdf'));
    expect(await screen.findByText('Reading cv.pdf…')).toBeTruthy();
    answer({ body: importedWith({ source: 'pdf', maker: 'linkedin' }) });
    expect(await screen.findByText('Recognised: made by LinkedIn.')).toBeTruthy();
    expect(await screen.findByText(text.pdfNote)).toBeTruthy();
    expect(((sent(post)[0]?.body as FormData).get('file') as File).name).toBe('cv.pdf');
  });

  it('sends pasted lines that are no JSON as a text file', async () => {
    const { sent } = open({ body: importedWith({ source: 'text' }) });
    paste('Lena Vasquez\nExperience\nEngineer, Acme');
    expect(await screen.findByText(text.pdfNote)).toBeTruthy();
    const file = (sent(post)[0]?.body as FormData).get('file') as File;
    expect([file.name, file.type]).toEqual(['pasted.txt', 'text/plain']);
  });

  it('changes nothing before the report is accepted', async () => {
    const { store, onClose } = open();
    paste('{}');
    fireEvent.click(await screen.findByRole('button', { name: text.back }));
    expect(await screen.findByLabelText(text.paste)).toBeTruthy();
    expect(store.current().document).toEqual({ basics: { name: 'Before' } });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says that a text is not JSON without asking the API', () => {
    const { requests } = open();
    expect(button(text.submit).disabled).toBe(true);
    paste('{"basics":');
    expect(screen.getByText(text.notJson)).toBeTruthy();
    expect(requests).toEqual([]);
  });

  it('says why a file could not be read', async () => {
    open(problem(422, 'import.pdf-unreadable'));
    choose(new File(['%PDF'], 'cv.pdf'));
    expect(await screen.findByText(problems.import_pdf_unreadable)).toBeTruthy();
  });
});

describe('ImportReport', () => {
  it('names what was placed and that nothing was left over', async () => {
    open();
    paste('{}');
    expect(await screen.findByText('JSON Resume of Lena Vasquez read: 2 sections.')).toBeTruthy();
    expect(screen.getByText('Profile: 1 field')).toBeTruthy();
    expect(screen.getByText('Experience: 1 entry')).toBeTruthy();
    expect(screen.getByText(text.clean)).toBeTruthy();
    expect(screen.queryByText(text.pdfNote)).toBeNull();
  });

  it('lists what was repaired, left over and unfinished', async () => {
    const imported = importedWith({
      repaired: [{ pointer: '/work/0/url', from: 'acme', to: 'https://acme.example' }],
      unplaced: [{ pointer: '/hobby', value: 'chess' }],
      unplacedOmitted: 12_345,
      warnings: [{ pointer: '/work/0/startDate', code: 'date.unfinished' }],
    } as Partial<Imported>);
    open({ body: imported });
    paste('{}');
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(dialog.getByText('acme → https://acme.example')).toBeTruthy());
    expect(dialog.getByText('chess')).toBeTruthy();
    expect(dialog.getByText('and 12,345 more')).toBeTruthy();
    expect(dialog.getByText('once')).toBeTruthy();
    expect(dialog.queryByText(text.clean)).toBeNull();
  });

  it('calls an own section by its title and a résumé without a name nameless', async () => {
    const document = { meta: { canar: { custom: [{ key: 'custom-1', title: 'Talks', items: [{}] }] } } };
    open({ body: importedWith({ document: document as never, placed: [{ section: 'custom-1', count: 1 }] }) });
    paste('{}');
    expect(await screen.findByText('Talks: 1 entry')).toBeTruthy();
    expect(screen.getByText(new RegExp(text.nameless))).toBeTruthy();
  });
});
