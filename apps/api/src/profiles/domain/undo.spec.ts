import { undoableUntil, undoWindow } from './undo';

const createdAt = new Date('2026-01-15T10:00:00Z');
const revision = { number: 3, createdAt, undone: false };
const after = (milliseconds: number) => new Date(createdAt.getTime() + milliseconds);

describe('undoableUntil', () => {
  it('allows undo of the latest revision for less than ten minutes', () => {
    expect(undoableUntil(revision, 3, after(undoWindow - 1))).toEqual(after(undoWindow));
    expect(undoableUntil(revision, 3, after(undoWindow))).toBeNull();
  });

  it('allows no undo of an older or undone revision', () => {
    expect(undoableUntil(revision, 4, after(0))).toBeNull();
    expect(undoableUntil({ ...revision, undone: true }, 3, after(0))).toBeNull();
  });
});
