import type { MergeConflict } from '@canar/profile-document';
import { cleanSync, delayOf, reduceSync, type Sync, type SyncEvent } from './sync';

const conflict = { kind: 'field', place: { section: 'basics', field: 'name' }, path: ['basics', 'name'] } as const;
const merged = (...conflicts: MergeConflict[]): SyncEvent => ({ type: 'merged', etag: '"9"', conflicts, edited: true });

function after(...events: SyncEvent[]): Sync {
  return events.reduce(reduceSync, cleanSync('"1"'));
}

describe('the state of a draft', () => {
  it('changes a draft from saved to waiting by an edit, and back by a save', () => {
    expect(after().phase).toBe('saved');
    expect(after({ type: 'edited' }).phase).toBe('waiting');
    const saved = after({ type: 'edited' }, { type: 'sent' }, { type: 'saved', etag: '"2"', savedAt: 5 });
    expect(saved).toMatchObject({ phase: 'saved', etag: '"2"', savedAt: 5 });
  });

  it('waits again after an edit during a request', () => {
    const saved = after(
      { type: 'edited' },
      { type: 'sent' },
      { type: 'edited' },
      { type: 'saved', etag: '"2"', savedAt: 5 },
    );
    expect(saved).toMatchObject({ phase: 'waiting', dirty: false, etag: '"2"' });
  });

  it('stays offline through edits and counts failures', () => {
    const offline = after({ type: 'edited' }, { type: 'sent' }, { type: 'failed' }, { type: 'edited' });
    expect(offline).toMatchObject({ phase: 'offline', failures: 1, etag: '"1"' });
  });

  it('resets the number of failures after a success', () => {
    const back = after(
      { type: 'edited' },
      { type: 'sent' },
      { type: 'failed' },
      { type: 'sent' },
      { type: 'saved', etag: '"2"', savedAt: 1 },
    );
    expect(back).toMatchObject({ phase: 'saved', failures: 0 });
  });

  it('retries a rejected draft only after an edit', () => {
    const rejected = after({ type: 'edited' }, { type: 'sent' }, { type: 'rejected', problem: 'document.invalid' });
    expect(rejected).toMatchObject({ phase: 'rejected', problem: 'document.invalid' });
    expect(delayOf(rejected)).toBeNull();
    expect(reduceSync(rejected, { type: 'edited' })).toMatchObject({ phase: 'waiting', problem: null });
  });

  it('goes on sending while a conflict is open', () => {
    const conflicted = after({ type: 'edited' }, { type: 'sent' }, merged(conflict), { type: 'edited' });
    expect(conflicted).toMatchObject({ phase: 'waiting', etag: '"9"', conflicts: [conflict] });
    expect(delayOf(conflicted)).toBe(700);
  });

  it('sends again what was chosen while it was being sent', () => {
    const sending = after({ type: 'edited' }, { type: 'sent' }, merged(conflict), { type: 'sent' });
    const chosen = reduceSync(sending, { type: 'chosen', conflicts: [], edited: true });
    expect(chosen).toMatchObject({ phase: 'saving', conflicts: [] });
    expect(reduceSync(chosen, { type: 'saved', etag: '"10"', savedAt: 1 }).phase).toBe('waiting');
  });

  it('stays offline through a choice', () => {
    const offline = after({ type: 'edited' }, { type: 'sent' }, merged(conflict), { type: 'sent' }, { type: 'failed' });
    expect(reduceSync(offline, { type: 'chosen', conflicts: [], edited: true }).phase).toBe('offline');
  });

  it('sends the result of a merge without a conflict', () => {
    const stale = after({ type: 'edited' }, { type: 'sent' }, { type: 'edited' });
    expect(reduceSync(stale, merged())).toMatchObject({ phase: 'waiting', dirty: false, etag: '"9"' });
    expect(reduceSync(stale, { type: 'merged', etag: '"9"', conflicts: [], edited: false }).phase).toBe('saved');
  });

  it('waits longer after each failure, at most half a minute', () => {
    const delays = [1, 2, 3, 10].map((failures) => delayOf({ ...cleanSync('"1"'), phase: 'offline', failures }));
    expect(delays).toEqual([2000, 4000, 8000, 30_000]);
    expect(delayOf(after())).toBeNull();
    expect(delayOf(after({ type: 'edited' }))).toBe(700);
  });
});
