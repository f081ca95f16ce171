import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Imported } from '@/lib/api/types';
import { importedWith } from '@/signed-in/import-review/testing/imported';
import { problem, type StubResponse, stubApi } from '@/testing/stub-api';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ImportDialog } from './import-dialog';

const { editor, problems, common } = messagesOf('en');
const { import: text, review } = editor;
const post = 'POST /profiles/p1/import';

const acme = {
  source: 'json-resume',
  document: { basics: { name: 'Lena Vasquez' }, work: [{ name: 'Acme', startDate: 'once' }] },
  lines: [],
  places: [],
  unplaced: [],
  doubts: [],
} as unknown as Partial<Imported>;

function open(reply: StubResponse = { body: importedWith(acme) }) {
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
    answer({ body: importedWith({ maker: 'linkedin' }) });
    expect(await screen.findByText('Recognised: made by LinkedIn.')).toBeTruthy();
    expect(((sent(post)[0]?.body as FormData).get('file') as File).name).toBe('cv.pdf');
  });

  it('sends pasted lines that are no JSON as a text file', async () => {
    const { sent } = open({ body: importedWith({ source: 'text' }) });
    paste('Lena Vasquez\nExperience\nEngineer, Acme');
    expect(await screen.findByText('plain text of Mina Iyer read: 2 sections.')).toBeTruthy();
    const file = (sent(post)[0]?.body as FormData).get('file') as File;
    expect([file.name, file.type]).toEqual(['pasted.txt', 'text/plain']);
  });

  it('changes nothing when the review is cancelled', async () => {
    const { store, onClose } = open();
    paste('{}');
    fireEvent.click(await screen.findByRole('button', { name: common.cancel }));
    expect(store.current().document).toEqual({ basics: { name: 'Before' } });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('asks before corrections are lost', async () => {
    const { onClose } = open();
    paste('{}');
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Lena' } });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    fireEvent.click(await screen.findByRole('button', { name: review.leave.confirm }));
    expect(onClose).toHaveBeenCalledTimes(1);
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

describe('the review', () => {
  const dialog = () => within(screen.getByRole('dialog'));
  const section = (name: string) => within(dialog().getByRole('region', { name }));

  it('says what was read, and what there is to look at', async () => {
    open({ body: importedWith({ unplacedOmitted: 12_345, linesOmitted: 7 }) });
    paste('{}');
    expect(await screen.findByText('PDF of Mina Iyer read: 2 sections.')).toBeTruthy();
    expect(screen.getByText('2 fields to check · 1 text not placed')).toBeTruthy();
    expect(screen.getByText('and 12,345 more')).toBeTruthy();
    expect(screen.getByText('and 7 more')).toBeTruthy();
    expect(section(review.doubts).getByText(review.reasons.missing)).toBeTruthy();
    expect(section('Experience').getByText('Blue Shipping · Planner')).toBeTruthy();
  });

  it('corrects a doubt beside its lines and places an unread line', async () => {
    const { store } = open({ body: importedWith() });
    paste('{}');
    await screen.findByText(review.doubts);
    const doubts = section(review.doubts);
    expect(doubts.getByText('Planner, Blue Shipping')).toBeTruthy();
    fireEvent.change(doubts.getByLabelText('Start'), { target: { value: '03/2019' } });
    fireEvent.blur(doubts.getByLabelText('Start'));
    fireEvent.click(button('Profile · Email: fine as it is'));
    fireEvent.click(button('Move Rowing since 2005'));
    fireEvent.change(screen.getByLabelText(review.into), { target: { value: 'interests/new' } });
    fireEvent.click(button(review.put));
    expect(screen.getByText('Nothing uncertain · everything placed')).toBeTruthy();
    fireEvent.click(button(text.use));
    const { work, interests } = store.current().document;
    expect([work?.[0]?.startDate, interests?.[0]?.name]).toEqual(['2019-03', 'Rowing since 2005']);
  });

  it('asks which of two dates a written one is', async () => {
    const work = [{ name: 'Acme', startDate: '03/04/2019' }];
    const { store } = open({ body: importedWith({ document: { work }, places: [] }) });
    paste('{}');
    await screen.findByText(review.doubts);
    expect(button('April 3, 2019')).toBeTruthy();
    fireEvent.click(button('March 4, 2019'));
    fireEvent.click(button(text.use));
    expect(store.current().document.work?.[0]?.startDate).toBe('2019-03-04');
  });

  it('marks each line with its fields and moves one from there', async () => {
    const { store } = open({ body: importedWith() });
    paste('{}');
    const file = within(await screen.findByRole('region', { name: review.panes.file }));
    expect(file.getByRole('button', { name: 'Planner, Blue Shipping Experience · Company, Position' })).toBeTruthy();
    expect(file.getByRole('button', { name: `Experience ${review.marks.none}` })).toBeTruthy();
    fireEvent.click(file.getByRole('button', { name: /^• Cut waiting/ }));
    fireEvent.change(file.getByLabelText(review.into), { target: { value: 'basics/new' } });
    fireEvent.change(file.getByLabelText(review.field), { target: { value: 'label' } });
    fireEvent.click(file.getByRole('button', { name: review.put }));
    expect(file.getByRole('button', { name: '• Cut waiting by 20 % Profile · Headline' })).toBeTruthy();
    fireEvent.click(button(text.use));
    const { basics, work } = store.current().document;
    expect([basics?.label, work?.[0]?.highlights]).toEqual(['Cut waiting by 20 %', ['Wrote the handbook']]);
  });

  it('goes from a line to its field, and marks the line of a field', async () => {
    open({ body: importedWith() });
    paste('{}');
    const file = within(await screen.findByRole('region', { name: review.panes.file }));
    fireEvent.click(file.getByRole('button', { name: /^• Wrote/ }));
    fireEvent.click(file.getByRole('button', { name: /^Correct .*Highlights 2$/ }));
    await waitFor(() => expect((document.activeElement as HTMLTextAreaElement).value).toBe('Wrote the handbook'));
    expect(file.getByRole('button', { name: /^• Wrote/ }).className).toContain('bg-canary-soft');
  });

  it('discards a text visibly, puts it back, and takes steps back', async () => {
    open({ body: importedWith() });
    paste('{}');
    fireEvent.click(await screen.findByRole('button', { name: 'Discard Rowing since 2005' }));
    expect(screen.getByText('2 fields to check · everything placed')).toBeTruthy();
    fireEvent.click(button('Put back Rowing since 2005'));
    expect(screen.getByText('2 fields to check · 1 text not placed')).toBeTruthy();
    fireEvent.click(button('Discard Blue Shipping · Planner'));
    expect(screen.queryByText('Blue Shipping · Planner')).toBeNull();
    fireEvent.click(button(editor.undo));
    expect(screen.getByText('Blue Shipping · Planner')).toBeTruthy();
  });

  it('lists repairs, and says when the file was not read to its end', async () => {
    const repaired = [{ pointer: '/work/0/url', from: 'acme', to: 'https://acme.example' }];
    const unplaced = [{ pointer: '/pages', value: null, reason: 'pdf.too-long' }];
    open({ body: importedWith({ repaired, unplaced }) });
    paste('{}');
    expect(await screen.findByText('acme → https://acme.example')).toBeTruthy();
    expect(screen.getByText(review.cut)).toBeTruthy();
    expect(screen.queryByRole('region', { name: review.leftovers })).toBeNull();
  });

  it('calls an own section by its title and a résumé without a name nameless', async () => {
    const own = { meta: { canar: { custom: [{ key: 'custom-1', title: 'Talks', items: [{ name: 'On tides' }] }] } } };
    const doubts = [{ pointer: '/meta/canar/custom/0/title', reason: 'heading-unknown' as const }];
    open({ body: importedWith({ document: own, doubts, places: [] }) });
    paste('{}');
    expect(await screen.findByText(new RegExp(text.nameless))).toBeTruthy();
    expect(section('Talks').getByText('On tides')).toBeTruthy();
    expect(section(review.doubts).getByLabelText<HTMLInputElement>(editor.section.name).value).toBe('Talks');
  });
});
