import type { ProfileDocument } from '@canar/profile-document';
import { ApiProblem, networkProblem } from '@/lib/api/problem';
import { cleanSync } from '../model/sync';
import { withValue } from '../model/edits';
import { EditorStore, snapshotOf, type EditorPorts } from './editor-store';

type Reply = () => Promise<{ etag: string; warnings: [] }>;

const named = (name: string): ProfileDocument => ({ basics: { name } });
const kept =
  (etag: string): Reply =>
  () =>
    Promise.resolve({ etag, warnings: [] });
const stale =
  (document: ProfileDocument): Reply =>
  () =>
    Promise.reject(new ApiProblem(412, 'draft.stale', [], { current: { document, etag: '"7"' } }));

function open(...replies: Reply[]) {
  const sent: { document: ProfileDocument; etag: string }[] = [];
  const timers: (() => void)[] = [];
  const ports: EditorPorts = {
    keep: (document, etag) => {
      sent.push({ document, etag });
      return (replies.shift() ?? kept('"99"'))();
    },
    remember: jest.fn(),
    now: () => 1_000,
    later: (work) => {
      timers.push(work);
      return () => void timers.splice(timers.indexOf(work), 1);
    },
  };
  const store = new EditorStore(ports, snapshotOf(named('A'), cleanSync('"1"'), []));
  const rename = (name: string) =>
    store.edit('basics/name', (document) => withValue(document, ['basics', 'name'], name));
  return {
    store,
    rename,
    sent,
    timers,
    remember: ports.remember as jest.Mock,
    phase: () => store.current().sync.phase,
  };
}

describe('EditorStore', () => {
  it('keeps every change on the device before it sends any', () => {
    const { rename, remember, sent } = open();
    rename('B');
    expect(remember).toHaveBeenLastCalledWith({ document: named('B'), etag: '"1"' });
    expect(sent).toEqual([]);
  });

  it('sends after a pause and forgets the copy on the device', async () => {
    const { rename, store, timers, sent, remember, phase } = open(kept('"2"'));
    rename('B');
    timers[0]?.();
    await store.flush();
    expect(sent).toEqual([{ document: named('B'), etag: '"1"' }]);
    expect([phase(), store.current().sync.etag]).toEqual(['saved', '"2"']);
    expect(remember).toHaveBeenLastCalledWith(null);
  });

  it('sends what was typed while it was sending, on the new version', async () => {
    const { rename, store, sent } = open(kept('"2"'), kept('"3"'));
    rename('B');
    const flushed = store.flush();
    rename('C');
    await flushed;
    expect(sent).toEqual([
      { document: named('B'), etag: '"1"' },
      { document: named('C'), etag: '"2"' },
    ]);
  });

  it('stays on the device without a network and goes on later', async () => {
    const { rename, store, timers, remember, phase } = open(() => Promise.reject(networkProblem()), kept('"2"'));
    rename('B');
    await expect(store.flush()).rejects.toMatchObject({ code: 'network' });
    expect(phase()).toBe('offline');
    expect(remember).toHaveBeenLastCalledWith({ document: named('B'), etag: '"1"' });
    timers.at(-1)?.();
    await store.flush();
    expect(phase()).toBe('saved');
  });

  it('says so when the server refuses the draft', async () => {
    const { rename, store, phase } = open(() => Promise.reject(new ApiProblem(400, 'document.invalid')));
    rename('B');
    await expect(store.flush()).rejects.toMatchObject({ code: 'document.invalid' });
    expect(phase()).toBe('refused');
  });

  it('recognises its own draft when only the answer was lost', async () => {
    const { rename, store, phase } = open(stale(named('B')));
    rename('B');
    await store.flush();
    expect([phase(), store.current().sync.etag]).toEqual(['saved', '"7"']);
  });
});

describe('a draft that was changed elsewhere', () => {
  async function conflict() {
    const editor = open(stale(named('Z')), kept('"8"'));
    editor.rename('B');
    await expect(editor.store.flush()).rejects.toMatchObject({ status: 412 });
    return editor;
  }

  it('stands still and shows both sides', async () => {
    const { store, phase } = await conflict();
    expect(phase()).toBe('conflict');
    expect([store.current().document, store.current().sync.theirs?.document]).toEqual([named('B'), named('Z')]);
  });

  it('goes on with mine, theirs being one undo away', async () => {
    const { store, sent } = await conflict();
    store.chooseMine();
    await store.flush();
    expect(sent.at(-1)).toEqual({ document: named('B'), etag: '"7"' });
    store.undo();
    expect(store.current().document).toEqual(named('Z'));
  });

  it('goes on with theirs, mine being one undo away', async () => {
    const { store, phase } = await conflict();
    store.chooseTheirs();
    expect([phase(), store.current().document]).toEqual(['saved', named('Z')]);
    store.undo();
    expect([phase(), store.current().document]).toEqual(['waiting', named('B')]);
  });
});
