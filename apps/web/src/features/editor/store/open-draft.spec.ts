import type { ProfileDocument } from '@canar/profile-document';
import { openDraft } from './open-draft';

const named = (name: string): ProfileDocument => ({ basics: { name } });
const server = { document: named('Server'), etag: '"2"', warnings: [] };

describe('openDraft', () => {
  it('opens the draft of the server', () => {
    const start = openDraft(server, []);
    expect(start).toMatchObject({ document: named('Server'), restored: false, sync: { phase: 'saved', etag: '"2"' } });
  });

  it('continues with a draft that only this device has', () => {
    const start = openDraft(server, [{ document: named('Mine'), etag: '"2"' }]);
    expect(start).toMatchObject({ document: named('Mine'), restored: true, sync: { phase: 'waiting', etag: '"2"' } });
  });

  it('merges a newer draft of the server and reports its changes', () => {
    const base = { basics: { name: 'A', label: 'B' } };
    const local = { document: { basics: { name: 'Mine', label: 'B' } }, etag: '"1"', base };
    const start = openDraft({ ...server, document: { basics: { name: 'A', label: 'Theirs' } } }, [local]);
    expect(start).toMatchObject({
      document: { basics: { name: 'Mine', label: 'Theirs' } },
      base: { basics: { name: 'A', label: 'Theirs' } },
      sync: { phase: 'waiting', etag: '"2"', conflicts: [] },
      merged: [{ place: { section: 'basics', field: 'label' } }],
    });
  });

  it('reports both sides of a conflict', () => {
    const start = openDraft(server, [{ document: named('Mine'), etag: '"1"', base: named('Old') }]);
    expect(start).toMatchObject({
      document: named('Mine'),
      sync: { phase: 'saved', etag: '"2"', conflicts: [{ mine: 'Mine', theirs: 'Server' }] },
    });
  });

  it('restores an unsettled conflict, also after the server has changed again', () => {
    const first = openDraft(server, [{ document: named('Mine'), etag: '"1"', base: named('Old') }]);
    const local = { document: first.document, etag: '"2"', base: first.base, conflicts: first.sync.conflicts };
    expect(openDraft(server, [local]).sync).toMatchObject({ phase: 'saved', conflicts: [{ theirs: 'Server' }] });
    const later = openDraft({ ...server, document: named('Later'), etag: '"3"' }, [local]);
    expect(later.sync.conflicts.map(({ theirs }) => theirs)).toEqual(['Later']);
  });

  it('loses nothing of a local draft without a base version', () => {
    const start = openDraft(server, [{ document: { basics: { name: 'Mine', label: 'L' } }, etag: '"1"' }]);
    expect(start.document.basics).toEqual({ name: 'Mine', label: 'L' });
    expect(start.sync.conflicts).toMatchObject([{ mine: 'Mine', theirs: 'Server' }]);
  });

  it('merges the drafts of several tabs', () => {
    const base = named('Server');
    const tab = (fields: object) => ({ document: { basics: { name: 'Server', ...fields } }, etag: '"2"', base });
    const start = openDraft(server, [tab({ label: 'L' }), tab({ phone: '1' })]);
    expect(start.document.basics).toEqual({ name: 'Server', label: 'L', phone: '1' });
    expect(start.sync).toMatchObject({ phase: 'waiting', conflicts: [] });
  });

  it('treats an equal local draft as no difference', () => {
    expect(openDraft(server, [{ document: named('Server'), etag: '"1"' }])).toMatchObject({
      restored: false,
      sync: { phase: 'saved' },
    });
  });

  it('assigns an id to every item', () => {
    const start = openDraft({ ...server, document: { work: [{}, {}] } }, []);
    expect(start.document.meta?.canar?.ids?.work).toHaveLength(2);
  });
});
