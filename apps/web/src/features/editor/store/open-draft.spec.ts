import type { ProfileDocument } from '@canar/profile-document';
import { openDraft } from './open-draft';

const named = (name: string): ProfileDocument => ({ basics: { name } });
const server = { document: named('Server'), etag: '"2"', warnings: [] };

describe('openDraft', () => {
  it('begins with what the server has', () => {
    const start = openDraft(server, undefined);
    expect(start).toMatchObject({ document: named('Server'), restored: false, sync: { phase: 'saved', etag: '"2"' } });
  });

  it('goes on with what only this device has', () => {
    const start = openDraft(server, { document: named('Mine'), etag: '"2"' });
    expect(start).toMatchObject({ document: named('Mine'), restored: true, sync: { phase: 'waiting', etag: '"2"' } });
  });

  it('shows both sides when the server has moved on', () => {
    const start = openDraft(server, { document: named('Mine'), etag: '"1"' });
    expect(start).toMatchObject({
      document: named('Mine'),
      sync: { phase: 'conflict', theirs: { document: named('Server'), etag: '"2"' } },
    });
  });

  it('takes a copy that says the same for no difference', () => {
    expect(openDraft(server, { document: named('Server'), etag: '"1"' })).toMatchObject({
      restored: false,
      sync: { phase: 'saved' },
    });
  });

  it('names every item', () => {
    const start = openDraft({ ...server, document: { work: [{}, {}] } }, undefined);
    expect(start.document.meta?.canar?.ids?.work).toHaveLength(2);
  });
});
