import { editorStore } from '../testing/render-editor';
import { stayInStep } from './stay-in-step';

/** The channel between the tabs of a browser: what one posts the others hear. */
class Channel extends EventTarget {
  static open: Channel[] = [];
  constructor(readonly name: string) {
    super();
    Channel.open.push(this);
  }
  postMessage(): void {
    for (const other of Channel.open)
      if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message'));
  }
  close(): void {
    Channel.open = Channel.open.filter((other) => other !== this);
  }
}

const named = (name: string) => ({ basics: { name } });
const settle = () => new Promise((resolve) => setTimeout(resolve));

function tabs() {
  Object.assign(globalThis, { BroadcastChannel: Channel });
  let server = { document: named('A'), etag: '"1"' };
  const open = (profileId: string) => {
    const store = editorStore(named('A'), {
      now: () => 5,
      saveDraft: async (document) => {
        server = { document: document as typeof server.document, etag: '"2"' };
        return { etag: server.etag, warnings: [] };
      },
      fetchDraft: async () => server,
    });
    return { store, stop: stayInStep(profileId, store), name: () => store.current().document.basics?.name };
  };
  const all = [open('p1'), open('p1'), open('p2')] as const;
  return { all, save: (document: typeof server.document) => (server = { document, etag: '"3"' }) };
}

describe('stayInStep', () => {
  it('shows in another tab of the same profile what one tab has saved', async () => {
    const { all } = tabs();
    all[0].store.edit('name', () => named('Oslo'));
    await all[0].store.flush();
    await settle();
    expect(all.map(({ name }) => name())).toEqual(['Oslo', 'Oslo', 'A']);
    all.forEach(({ stop }) => stop());
  });

  it('looks for changes of other devices when the tab comes to the front', async () => {
    const { all, save } = tabs();
    save(named('Elsewhere'));
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(all[0].name()).toBe('Elsewhere');
    all.forEach(({ stop }) => stop());
  });

  it('hears nothing more after it was stopped', async () => {
    const { all, save } = tabs();
    all.forEach(({ stop }) => stop());
    save(named('Elsewhere'));
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(all[0].name()).toBe('A');
  });
});
