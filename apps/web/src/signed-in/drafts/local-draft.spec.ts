import { delMany, keys, set } from 'idb-keyval';
import type * as LocalDrafts from './local-draft';

jest.mock('idb-keyval');

const named = (name: string) => ({ document: { basics: { name } }, etag: '"1"' });
const held = new Set<string>();

/** Locks as a browser has them: one holder for each name, among all tabs of this spec. */
const locks = {
  request: async (name: string, _: object, work: (lock: object | null) => Promise<never> | undefined) => {
    const free = !held.has(name);
    held.add(name);
    void work(free ? {} : null);
  },
  query: async () => ({ held: [...held].map((name) => ({ name })) }),
};

/** A page of its own: its module state is new, `sessionStorage` is what the browser gives it. */
async function openTab(): Promise<typeof LocalDrafts> {
  let tab: typeof LocalDrafts | undefined;
  await jest.isolateModulesAsync(async () => {
    tab = await import('./local-draft');
  });
  return tab as typeof LocalDrafts;
}

/** Another tab: the browser gives it a session of its own. */
async function openOtherTab(): Promise<typeof LocalDrafts> {
  sessionStorage.clear();
  return openTab();
}

const documentsOf = async (tab: typeof LocalDrafts, profileId = 'p1') =>
  (await tab.readLocalDrafts('u1', profileId)).map(({ draft }) => draft.document.basics?.name).sort();

beforeEach(async () => {
  await delMany(await keys());
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  Object.defineProperty(crypto, 'randomUUID', { value: () => String(Math.random()), configurable: true });
  held.clear();
  sessionStorage.clear();
});

describe('local drafts', () => {
  it('restores a draft after a reload of its tab', async () => {
    await (await openTab()).writeLocalDraft('u1', 'p1', named('Mine'));
    held.clear();
    expect(await documentsOf(await openTab())).toEqual(['Mine']);
  });

  it('stores drafts separately for each profile', async () => {
    const tab = await openTab();
    await tab.writeLocalDraft('u1', 'p1', named('Mine'));
    expect(await documentsOf(tab, 'p2')).toEqual([]);
  });

  it('leaves the draft of another open tab to that tab', async () => {
    const first = await openTab();
    await first.writeLocalDraft('u1', 'p1', named('First'));
    const second = await openOtherTab();
    await second.writeLocalDraft('u1', 'p1', named('Second'));
    expect(await documentsOf(second)).toEqual(['Second']);
    expect(await documentsOf(first)).toEqual(['First']);
  });

  it('finds the draft of a closed tab in the next one', async () => {
    await (await openTab()).writeLocalDraft('u1', 'p1', named('First'));
    held.clear();
    expect(await documentsOf(await openOtherTab())).toEqual(['First']);
  });

  it('stores the draft of a duplicated tab beside that of the original', async () => {
    const original = await openTab();
    await original.writeLocalDraft('u1', 'p1', named('Original'));
    const copied = await openTab();
    await copied.writeLocalDraft('u1', 'p1', named('Copied'));
    expect(await documentsOf(original)).toEqual(['Original']);
    expect(await documentsOf(copied)).toEqual(['Copied']);
  });

  it('deletes a draft once its tab has no unsent changes', async () => {
    const tab = await openTab();
    await tab.writeLocalDraft('u1', 'p1', named('Mine'));
    await tab.writeLocalDraft('u1', 'p1', null);
    expect(await documentsOf(tab)).toEqual([]);
  });

  it('deletes drafts of other tabs by their keys, never its own', async () => {
    await (await openTab()).writeLocalDraft('u1', 'p1', named('First'));
    held.clear();
    const tab = await openOtherTab();
    await tab.writeLocalDraft('u1', 'p1', named('Second'));
    const stored = await tab.readLocalDrafts('u1', 'p1');
    expect(stored).toHaveLength(2);
    await tab.forgetLocalDrafts(
      'u1',
      'p1',
      stored.map(({ key }) => key),
    );
    expect(await documentsOf(tab)).toEqual(['Second']);
  });

  it('lists drafts of one account over all profiles and tabs, and of no other', async () => {
    const tab = await openTab();
    await tab.writeLocalDraft('u1', 'p1', named('Mine'));
    await tab.writeLocalDraft('u2', 'p2', named('Of another'));
    const other = await openOtherTab();
    await other.writeLocalDraft('u1', 'p1', named('Mine too'));
    const drafts = await other.listLocalDrafts('u1');
    expect(drafts.map(({ profileId, draft }) => [profileId, draft.document.basics?.name]).sort()).toEqual([
      ['p1', 'Mine'],
      ['p1', 'Mine too'],
    ]);
    await other.deleteLocalDrafts(drafts.map(({ key }) => key));
    expect(await other.listLocalDrafts('u1')).toEqual([]);
    expect(await other.listLocalDrafts('u2')).toHaveLength(1);
  });

  it('finds no draft of another account for the same profile', async () => {
    const tab = await openTab();
    await tab.writeLocalDraft('u2', 'p1', named('Of another'));
    held.clear();
    expect(await documentsOf(await openOtherTab())).toEqual([]);
  });

  it('assigns drafts with old keys to the account that wrote them', async () => {
    await set('canar.draft.p1.t1', { ...named('Mine'), account: 'u1' });
    await set('canar.draft.p1.t2', { ...named('Of another'), account: 'u2' });
    const tab = await openTab();
    await tab.adoptOlderDrafts('u1');
    expect(await documentsOf(tab)).toEqual(['Mine']);
    expect(await keys()).toEqual(expect.arrayContaining(['canar.draft.u1.p1.t1', 'canar.draft.p1.t2']));
    expect(await keys()).toHaveLength(2);
  });

  it('stores no drafts on a shared device', async () => {
    localStorage.setItem('canar.shared', 'yes');
    const tab = await openTab();
    await tab.writeLocalDraft('u1', 'p1', named('Mine'));
    localStorage.clear();
    expect(await keys()).toEqual([]);
  });

  it('returns no drafts in a browser without storage', async () => {
    const tab = await openTab();
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    const denied = await openTab();
    await expect(denied.writeLocalDraft('u1', 'p1', named('Mine'))).resolves.toBeUndefined();
    expect(await denied.readLocalDrafts('u1', 'p1')).toEqual([]);
    jest.restoreAllMocks();
    expect(await documentsOf(tab)).toEqual([]);
  });
});
