import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Imported } from '@/lib/api/types';
import { deletePendingImport, readPendingImport, writePendingImport } from '@/lib/pending-import';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { StartView } from './start-view';

jest.mock('idb-keyval');
const push = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const { start: text, problems } = messagesOf('en');
const imported = {
  document: { basics: { name: 'Mina Iyer' }, work: [{ name: 'Acme' }] },
  placed: [],
} as unknown as Imported;
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

const documentOf = (body: unknown) => (body as { document: { basics?: object; meta?: object } }).document;

beforeEach(async () => {
  push.mockReset();
  await deletePendingImport();
});

describe('StartView', () => {
  it('stores the résumé that waits as a draft and shows the templates with it', async () => {
    await writePendingImport(waiting);
    const { sent } = serve();
    renderPage(<StartView />);
    fireEvent.click(await screen.findByRole('button', { name: 'Take Modern' }));
    await waitFor(() => expect(push).toHaveBeenCalledWith('/edit/?profile=p1'));
    const [first, second] = sent(put);
    expect(sent('POST /profiles')[0]?.body).toEqual({ title: 'Mina Iyer' });
    expect([first?.headers['if-match'], documentOf(first?.body).basics]).toEqual(['"1"', { name: 'Mina Iyer' }]);
    expect(second?.headers['if-match']).toBe('"2"');
    expect(documentOf(second?.body).meta).toMatchObject({ canar: { design: { template: 'modern' } } });
    expect(await readPendingImport(Date.now())).toBeNull();
  });

  it('goes on with the same profile after a lost network, and loses nothing', async () => {
    await writePendingImport(waiting);
    const { sent } = serve({ [put]: [problem(500, 'unexpected'), { body: { warnings: [] } }] });
    renderPage(<StartView />);
    expect(await screen.findByText(new RegExp(problems.unexpected))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: text.again }));
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect([sent('POST /profiles').length, sent(put).length]).toEqual([1, 2]);
  });

  it('makes a new profile when that of the former try belongs to another account', async () => {
    await writePendingImport({ ...waiting, profileId: 'p0' });
    const { sent } = serve({ 'GET /profiles/p0/draft': problem(404, 'not-found') });
    renderPage(<StartView />);
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect(sent('POST /profiles')).toHaveLength(1);
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
    expect(await screen.findByRole('button', { name: 'Take Classic' })).toBeTruthy();
    expect(await readPendingImport(Date.now())).toBeNull();
  });
});
