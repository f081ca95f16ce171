import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { deletePendingImport, readPendingImport, writePendingImport } from '@/lib/pending-import';
import { renderPage } from '@/testing/render-page';
import { importedWith } from '@/signed-in/import-review/testing/imported';
import { problem, stubApi } from '@/testing/stub-api';
import { StartView } from './start-view';

jest.mock('idb-keyval');
const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { start: text, problems, common, editor } = messagesOf('en');
const imported = importedWith({ document: { basics: { name: 'Mina Iyer' }, work: [{ name: 'Acme' }] }, doubts: [] });
const waiting = { imported, at: Date.now() };
const created = { status: 201, body: { id: 'p1' } };
const put = 'PUT /profiles/p1/draft';

function serve(routes: object = {}) {
  return stubApi({
    'GET /user': { body: { name: 'Asha Rao' } },
    'POST /profiles': created,
    'GET /profiles/p1/draft': { body: { document: {} }, headers: { etag: '"1"' } },
    [put]: { body: { warnings: [] }, headers: { etag: '"2"' } },
    ...routes,
  });
}

const useInDraft = async () => fireEvent.click(await screen.findByRole('button', { name: editor.import.use }));
const documentOf = (body: unknown) => (body as { document: { basics?: object; meta?: object } }).document;

beforeEach(async () => {
  push.mockReset();
  await deletePendingImport();
});

describe('StartView', () => {
  it('stores the waiting résumé once it is reviewed and shows the templates with it', async () => {
    await writePendingImport(waiting);
    const { sent } = serve();
    renderPage(<StartView />);
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Mina Iyer-Rao' } });
    expect(sent('POST /profiles')).toEqual([]);
    await useInDraft();
    fireEvent.click(await screen.findByRole('button', { name: 'Take Modern' }));
    await waitFor(() => expect(push).toHaveBeenCalledWith('/edit/?profile=p1'));
    const [first, second] = sent(put);
    expect(sent('POST /profiles')[0]?.body).toEqual({ title: 'Mina Iyer-Rao' });
    expect([first?.headers['if-match'], documentOf(first?.body).basics]).toEqual(['"1"', { name: 'Mina Iyer-Rao' }]);
    expect(second?.headers['if-match']).toBe('"2"');
    expect(documentOf(second?.body).meta).toMatchObject({ canar: { design: { template: 'modern' } } });
    expect(await readPendingImport(Date.now())).toBeNull();
  });

  it('goes on with the same profile after a lost network, and loses nothing', async () => {
    await writePendingImport(waiting);
    const { sent } = serve({ [put]: [problem(500, 'unexpected'), { body: { warnings: [] } }] });
    renderPage(<StartView />);
    await useInDraft();
    expect(await screen.findByText(new RegExp(problems.unexpected))).toBeTruthy();
    expect(await readPendingImport(Date.now())).toMatchObject({ reviewed: true, profileId: 'p1' });
    fireEvent.click(screen.getByRole('button', { name: text.again }));
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect([sent('POST /profiles').length, sent(put).length]).toEqual([1, 2]);
  });

  it('makes a new profile when that of the former try belongs to another account', async () => {
    await writePendingImport({ ...waiting, reviewed: true, profileId: 'p0' });
    const { sent } = serve({ 'GET /profiles/p0/draft': problem(404, 'not-found') });
    renderPage(<StartView />);
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect(sent('POST /profiles')).toHaveLength(1);
  });

  it('asks for no second review after a reload', async () => {
    await writePendingImport({ ...waiting, reviewed: true });
    serve();
    renderPage(<StartView />);
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
  });

  it('deletes the résumé whose review is cancelled, and makes no profile of it', async () => {
    await writePendingImport(waiting);
    const { requests } = serve();
    renderPage(<StartView />);
    fireEvent.click(await screen.findByRole('button', { name: common.cancel }));
    expect(await screen.findByLabelText(text.import.act)).toBeTruthy();
    await waitFor(async () => expect(await readPendingImport(Date.now())).toBeNull());
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('starts from the sample under the owner’s name', async () => {
    const { sent } = serve();
    renderPage(<StartView />);
    fireEvent.click(await screen.findByRole('button', { name: text.sample.act }));
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    const { basics } = documentOf(sent(put)[0]?.body);
    expect(basics).toMatchObject({ name: 'Asha Rao' });
    expect(basics).not.toHaveProperty('email');
  });

  it('starts blank at once', async () => {
    const { sent } = serve();
    renderPage(<StartView />);
    fireEvent.click(await screen.findByRole('button', { name: text.blank.act }));
    await waitFor(() => expect(push).toHaveBeenCalledWith('/edit/?profile=p1'));
    expect(sent(put)).toEqual([]);
  });

  it('imports a file that is chosen here', async () => {
    serve({ 'POST /import': { body: imported } });
    renderPage(<StartView />);
    const file = new File(['%PDF'], 'mina.pdf', { type: 'application/pdf' });
    fireEvent.change(await screen.findByLabelText(text.import.act), { target: { files: [file] } });
    await useInDraft();
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect(await readPendingImport(Date.now())).toBeNull();
  });
});
