import type { ProfileDocument } from '@canar/profile-document';
import { ApiProblem, networkProblem } from '@/lib/api/problem';
import { cleanSync, type Theirs } from '../model/sync';
import { withValue } from '@/signed-in/document/edits';
import { EditorStore, snapshotOf, type EditorPorts } from './editor-store';

type Reply = () => Promise<{ etag: string; warnings: [] }>;

const named = (name: string): ProfileDocument => ({ basics: { name } });
const savedAs =
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
  const fetched: Promise<Theirs>[] = [];
  const ports: EditorPorts = {
    saveDraft: (document, etag) => {
      sent.push({ document, etag });
      return (replies.shift() ?? savedAs('"99"'))();
    },
    saveLocally: jest.fn(),
    fetchDraft: () => fetched.shift() ?? Promise.reject(networkProblem()),
    now: () => 1_000,
    schedule: (work) => {
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
    fetched,
    saveLocally: ports.saveLocally as jest.Mock,
    phase: () => store.current().sync.phase,
  };
}

describe('EditorStore', () => {
  it('stores every change on the device before it sends any', () => {
    const { rename, saveLocally, sent } = open();
    rename('B');
    expect(saveLocally).toHaveBeenLastCalledWith({
      document: named('B'),
      etag: '"1"',
      base: named('A'),
      conflicts: [],
    });
    expect(sent).toEqual([]);
  });

  it('sends after a pause and forgets the copy on the device', async () => {
    const { rename, store, timers, sent, saveLocally, phase } = open(savedAs('"2"'));
    rename('B');
    timers[0]?.();
    await store.flush();
    expect(sent).toEqual([{ document: named('B'), etag: '"1"' }]);
    expect([phase(), store.current().sync.etag]).toEqual(['saved', '"2"']);
    expect(saveLocally).toHaveBeenLastCalledWith(null);
  });

  it('sends what was typed while it was sending, on the new version', async () => {
    const { rename, store, sent } = open(savedAs('"2"'), savedAs('"3"'));
    rename('B');
    const flushed = store.flush();
    rename('C');
    await flushed;
    expect(sent).toEqual([
      { document: named('B'), etag: '"1"' },
      { document: named('C'), etag: '"2"' },
    ]);
  });

  it('stores changes on the device while offline and sends them later', async () => {
    const { rename, store, timers, saveLocally, phase } = open(() => Promise.reject(networkProblem()), savedAs('"2"'));
    rename('B');
    await expect(store.flush()).rejects.toMatchObject({ code: 'network' });
    expect(phase()).toBe('offline');
    expect(saveLocally).toHaveBeenLastCalledWith({
      document: named('B'),
      etag: '"1"',
      base: named('A'),
      conflicts: [],
    });
    timers.at(-1)?.();
    await store.flush();
    expect(phase()).toBe('saved');
  });

  it('reports that the server rejected the draft', async () => {
    const { rename, store, phase } = open(() => Promise.reject(new ApiProblem(400, 'document.invalid')));
    rename('B');
    await expect(store.flush()).rejects.toMatchObject({ code: 'document.invalid' });
    expect(phase()).toBe('rejected');
  });

  it('recognises its own draft after a lost response', async () => {
    const { rename, store, phase } = open(stale(named('B')));
    rename('B');
    await store.flush();
    expect([phase(), store.current().sync.etag]).toEqual(['saved', '"7"']);
  });
});

describe('a draft that was changed elsewhere', () => {
  const labelled = (name: string, label: string): ProfileDocument => ({ basics: { name, label } });

  it('merges changes from elsewhere, continues, and reports them', async () => {
    const { store, rename, sent, phase } = open(stale(labelled('A', 'Theirs')), savedAs('"8"'));
    rename('B');
    await store.flush();
    expect(sent.at(-1)).toEqual({ document: labelled('B', 'Theirs'), etag: '"7"' });
    expect([phase(), store.current().merged]).toMatchObject(['saved', [{ kind: 'added', after: 'Theirs' }]]);
  });

  it('loses no keystroke that came while it was being sent', async () => {
    const { store, rename, sent } = open(stale(labelled('A', 'Theirs')), savedAs('"8"'));
    rename('B');
    const flushed = store.flush();
    rename('BC');
    await flushed;
    expect(sent.at(-1)?.document).toEqual(labelled('BC', 'Theirs'));
  });

  it('undoes only one’s own changes after a merge', async () => {
    const { store, rename } = open(stale(labelled('A', 'Theirs')), savedAs('"8"'));
    rename('B');
    await store.flush();
    store.undo();
    expect(store.current().document).toEqual(labelled('A', 'Theirs'));
  });

  async function conflict() {
    const editor = open(stale(named('Z')), savedAs('"8"'));
    editor.rename('B');
    await expect(editor.store.flush()).rejects.toMatchObject({ status: 412 });
    return editor;
  }

  it('reports both sides of a conflict and stores them on the device', async () => {
    const { store, saveLocally } = await conflict();
    const both = [{ base: 'A', mine: 'B', theirs: 'Z', place: { section: 'basics', field: 'name' } }];
    expect(store.current().document).toEqual(named('B'));
    expect(store.current().sync.conflicts).toMatchObject(both);
    expect(saveLocally).toHaveBeenLastCalledWith(expect.objectContaining({ etag: '"7"', base: named('Z') }));
  });

  it('saves everything else while a conflict is open, leaving theirs in its place', async () => {
    const { store, sent, saveLocally } = await conflict();
    store.edit('basics/label', (document) => withValue(document, ['basics', 'label'], 'Engineer'));
    await expect(store.flush()).rejects.toMatchObject({ status: 412 });
    expect(sent.at(-1)).toEqual({ document: labelled('Z', 'Engineer'), etag: '"7"' });
    expect(store.current()).toMatchObject({ document: labelled('B', 'Engineer'), sync: { phase: 'saved' } });
    expect(store.current().sync.conflicts).toHaveLength(1);
    expect(saveLocally).toHaveBeenLastCalledWith(expect.objectContaining({ document: labelled('B', 'Engineer') }));
  });

  it('keeps a conflict through a later merge, with what the other side says then', async () => {
    const { store, fetched } = await conflict();
    fetched.push(Promise.resolve({ document: labelled('Z', 'Later'), etag: '"9"' }));
    await store.refresh();
    expect(store.current().document).toEqual(labelled('B', 'Later'));
    expect(store.current().sync.conflicts).toMatchObject([{ mine: 'B', theirs: 'Z' }]);
    fetched.push(Promise.resolve({ document: labelled('Y', 'Later'), etag: '"10"' }));
    await store.refresh();
    expect(store.current().sync.conflicts).toMatchObject([{ mine: 'B', theirs: 'Y' }]);
  });

  it('settles a conflict by itself when the other side comes to say the same', async () => {
    const { store, fetched } = await conflict();
    fetched.push(Promise.resolve({ document: named('B'), etag: '"9"' }));
    await store.refresh();
    expect(store.current().sync).toMatchObject({ conflicts: [], phase: 'saved' });
  });

  it('continues with mine and later edits after a conflict', async () => {
    const { store, rename, sent } = await conflict();
    rename('Bo');
    store.choose(0, 'mine');
    await store.flush();
    expect(sent.at(-1)).toEqual({ document: named('Bo'), etag: '"7"' });
  });

  it('continues with theirs after a conflict; undo restores mine', async () => {
    const { store, phase } = await conflict();
    store.chooseAll('theirs');
    expect([phase(), store.current().document]).toEqual(['saved', named('Z')]);
    store.undo();
    expect([phase(), store.current().document]).toEqual(['waiting', named('B')]);
  });
});

describe('a draft that another tab has saved', () => {
  it('adopts a draft of another tab without sending it again', async () => {
    const { store, fetched, sent, phase } = open();
    fetched.push(Promise.resolve({ document: named('Theirs'), etag: '"2"' }));
    await store.refresh();
    expect([phase(), store.current().document, store.current().sync.etag]).toEqual(['saved', named('Theirs'), '"2"']);
    expect(sent).toEqual([]);
  });

  it('ignores a fetched draft that is older than a save made meanwhile', async () => {
    const { store, rename, fetched } = open(savedAs('"2"'));
    let answer: (draft: Theirs) => void = () => undefined;
    fetched.push(new Promise((resolve) => (answer = resolve)));
    const refreshed = store.refresh();
    rename('B');
    await store.flush();
    answer({ document: named('Between'), etag: '"1.5"' });
    await refreshed;
    expect(store.current()).toMatchObject({ document: named('B'), sync: { etag: '"2"' } });
  });

  it('changes nothing without a network', async () => {
    const { store, rename, phase } = open();
    rename('B');
    await store.refresh();
    expect([phase(), store.current().document]).toEqual(['waiting', named('B')]);
  });
});
