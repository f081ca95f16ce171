import { cleanSync, delayOf, reduceSync, type Sync, type SyncEvent } from './sync';

const theirs = { document: {}, etag: '"9"' };

function after(...events: SyncEvent[]): Sync {
  return events.reduce(reduceSync, cleanSync('"1"'));
}

describe('the state of a draft', () => {
  it('is saved, waits after an edit, and is saved again', () => {
    expect(after().phase).toBe('saved');
    expect(after({ type: 'edited' }).phase).toBe('waiting');
    const kept = after({ type: 'edited' }, { type: 'sent' }, { type: 'kept', etag: '"2"', at: 5 });
    expect(kept).toMatchObject({ phase: 'saved', etag: '"2"', savedAt: 5 });
  });

  it('waits again when there was an edit while it was being sent', () => {
    const kept = after({ type: 'edited' }, { type: 'sent' }, { type: 'edited' }, { type: 'kept', etag: '"2"', at: 5 });
    expect(kept).toMatchObject({ phase: 'waiting', dirty: false, etag: '"2"' });
  });

  it('stays offline through edits and counts the failures', () => {
    const offline = after({ type: 'edited' }, { type: 'sent' }, { type: 'failed' }, { type: 'edited' });
    expect(offline).toMatchObject({ phase: 'offline', failures: 1, etag: '"1"' });
  });

  it('forgets failures after a success', () => {
    const back = after(
      { type: 'edited' },
      { type: 'sent' },
      { type: 'failed' },
      { type: 'sent' },
      { type: 'kept', etag: '"2"', at: 1 },
    );
    expect(back).toMatchObject({ phase: 'saved', failures: 0 });
  });

  it('tries a refused draft again only after an edit', () => {
    const refused = after({ type: 'edited' }, { type: 'sent' }, { type: 'refused', problem: 'document.invalid' });
    expect(refused).toMatchObject({ phase: 'refused', problem: 'document.invalid' });
    expect(delayOf(refused)).toBeNull();
    expect(reduceSync(refused, { type: 'edited' })).toMatchObject({ phase: 'waiting', problem: null });
  });

  it('sends nothing in a conflict, whatever is typed, until a side is chosen', () => {
    const conflict = after({ type: 'edited' }, { type: 'sent' }, { type: 'stale', theirs }, { type: 'edited' });
    expect(conflict).toMatchObject({ phase: 'conflict', theirs });
    expect(delayOf(conflict)).toBeNull();
    expect(reduceSync(conflict, { type: 'settled', etag: '"9"', edited: true })).toMatchObject({
      phase: 'waiting',
      etag: '"9"',
      theirs: null,
    });
    expect(reduceSync(conflict, { type: 'settled', etag: '"9"', edited: false }).phase).toBe('saved');
  });

  it('waits longer after each failure, at most half a minute', () => {
    const delays = [1, 2, 3, 10].map((failures) => delayOf({ ...cleanSync('"1"'), phase: 'offline', failures }));
    expect(delays).toEqual([2000, 4000, 8000, 30_000]);
    expect(delayOf(after())).toBeNull();
    expect(delayOf(after({ type: 'edited' }))).toBe(700);
  });
});
