import { useQueryClient } from '@tanstack/react-query';
import { act, waitFor } from '@testing-library/react';
import { renderPageHook } from '@/testing/render-page';
import { problem, stubApi, stubOffline } from '@/testing/stub-api';
import { readLocalDrafts, writeLocalDraft } from '@/signed-in/drafts/local-draft';
import { useOpenEditor } from './use-open-editor';

jest.mock('idb-keyval');

const get = 'GET /profiles/p1/draft';
const put = 'PUT /profiles/p1/draft';
const named = (name: string) => ({ basics: { name } });
const draft = (name: string, etag = '"1"') => ({
  body: { document: named(name), warnings: [] },
  headers: { etag },
});

async function open(routes: Parameters<typeof stubApi>[0]) {
  const api = stubApi({ 'GET /user': { body: { id: 'u1' } }, ...routes });
  const view = renderPageHook(() => useOpenEditor('p1'));
  await waitFor(() => expect(view.result.current.store ?? view.result.current.error).toBeTruthy());
  const { store } = view.result.current;
  return { ...api, ...view, store, phase: () => store?.current().sync.phase };
}

afterEach(() => writeLocalDraft('u1', 'p1', null));

describe('useOpenEditor', () => {
  it('opens the draft of the API as saved', async () => {
    const { store, result, phase } = await open({ [get]: draft('Server') });
    expect(store?.current()).toMatchObject({ document: named('Server'), sync: { etag: '"1"' } });
    expect([phase(), result.current.restored]).toEqual(['saved', false]);
  });

  it('restores what this device had not sent, and sends it', async () => {
    await writeLocalDraft('u1', 'p1', { document: named('Mine'), etag: '"1"', base: named('Server') });
    const { sent, result, phase, unmount } = await open({ [get]: draft('Server'), [put]: draft('', '"2"') });
    expect(result.current.restored).toBe(true);
    await waitFor(() => expect(phase()).toBe('saved'));
    expect(sent(put)[0]).toMatchObject({ body: { document: named('Mine') }, headers: { 'if-match': '"1"' } });
    expect(await readLocalDrafts('u1', 'p1')).toEqual([]);
    unmount();
  });

  it('stores each change of an account on this device until the API has it', async () => {
    const { store, phase } = await open({ [get]: draft('Server') });
    stubOffline();
    act(() => store?.edit('basics/name', () => named('Typed')));
    await waitFor(async () => expect(await readLocalDrafts('u1', 'p1')).toHaveLength(1));
    expect((await readLocalDrafts('u1', 'p1'))[0]?.draft).toMatchObject({
      document: named('Typed'),
      etag: '"1"',
    });
    await act(() => store?.flush().catch(() => undefined));
    expect(phase()).toBe('offline');
    const api = stubApi({ [put]: draft('', '"2"'), [get]: draft('Server') });
    act(() => void window.dispatchEvent(new Event('online')));
    expect(phase()).toBe('saving');
    await waitFor(() => expect(phase()).toBe('saved'));
    expect(api.sent(put)).toHaveLength(1);
    await waitFor(async () => expect(await readLocalDrafts('u1', 'p1')).toEqual([]));
  });

  it('stores the last key on this device when the page is left at once', async () => {
    const { store } = await open({ [get]: draft('Server') });
    stubOffline();
    act(() => store?.edit('basics/name', () => named('T')));
    act(() => store?.edit('basics/name', () => named('Ty')));
    window.dispatchEvent(new Event('pagehide'));
    const [stored] = await readLocalDrafts('u1', 'p1'); // takes no time, so no timer has written it
    expect(stored?.draft.document).toEqual(named('Ty'));
  });

  it('sends what is unsent when the editor is left', async () => {
    const { store, unmount, sent } = await open({ [get]: draft('Server'), [put]: draft('', '"2"') });
    act(() => store?.edit('basics/name', () => named('Typed')));
    unmount();
    await waitFor(() => expect(sent(put)).toHaveLength(1));
  });

  it('opens the copy of this device without a network, and merges when it is back', async () => {
    const first = await open({ [get]: draft('Server') });
    first.unmount();
    stubOffline();
    const { result } = renderPageHook(() => {
      useQueryClient().setQueryData(['user'], { id: 'u1' });
      return useOpenEditor('p1');
    });
    await waitFor(() => expect(result.current.store).toBeTruthy(), { timeout: 8000 });
    const { store } = result.current;
    expect(store?.current().document).toMatchObject(named('Server'));
    act(() => store?.edit('basics/name', () => named('Typed')));
    await act(() => store?.flush().catch(() => undefined));
    const theirs = { document: { basics: { name: 'Server', label: 'Elsewhere' } }, etag: '"2"' };
    const api = stubApi({
      [get]: { body: theirs, headers: { etag: '"2"' } },
      [put]: [problem(412, 'draft.stale', { current: theirs }), draft('', '"3"')],
    });
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(store?.current().sync).toMatchObject({ phase: 'saved', etag: '"3"' }));
    expect(api.sent(put).at(-1)?.body).toMatchObject({ document: { basics: { name: 'Typed', label: 'Elsewhere' } } });
  });

  it('keeps its store and steps of undo when everything else is asked for anew', async () => {
    const routes = { 'GET /user': { body: { id: 'u1' } }, [get]: draft('Server'), [put]: draft('', '"2"') };
    const { sent } = stubApi(routes);
    const { result, unmount } = renderPageHook(() => ({ client: useQueryClient(), ...useOpenEditor('p1') }));
    await waitFor(() => expect(result.current.store).toBeTruthy());
    const { store, client } = result.current;
    act(() => store?.edit('basics/name', () => named('Typed')));
    await act(() => client.invalidateQueries());
    expect(result.current.store).toBe(store);
    expect(store?.current().history.past).toHaveLength(1);
    expect(sent(get)).toHaveLength(1);
    unmount();
    await waitFor(() => expect(sent(put)).toHaveLength(1));
  });

  it('opens nothing of another account without a network', async () => {
    const first = await open({ [get]: draft('Server') });
    first.unmount();
    stubOffline();
    const { result } = renderPageHook(() => {
      useQueryClient().setQueryData(['user'], { id: 'u2' });
      return useOpenEditor('p1');
    });
    await waitFor(() => expect(result.current.error).toMatchObject({ code: 'network' }), { timeout: 8000 });
    expect(result.current.store).toBeNull();
  });

  it('reports why a draft could not be opened', async () => {
    const { result } = await open({ [get]: problem(404, 'not-found') });
    expect(result.current).toMatchObject({ store: null, error: { status: 404 } });
  });
});
