import { emptyHistory, record, redo, undo, type History } from './history';

function typed(letters: string, everyMs: number, history: History<string> = emptyHistory()) {
  let text = '';
  [...letters].forEach((letter, index) => {
    history = record(history, text, 'name', 10_000 + index * everyMs);
    text += letter;
  });
  return { history, text };
}

describe('history', () => {
  it('records fast typing in one field as one step', () => {
    const { history, text } = typed('Meenakshi', 120);
    expect(history.past).toHaveLength(1);
    expect(undo(history, text)?.present).toBe('');
  });

  it('begins a step after a pause of a second', () => {
    expect(typed('abc', 1000).history.past).toHaveLength(3);
  });

  it('begins a step in another field', () => {
    const history = record(record(emptyHistory<string>(), 'a', 'name', 0), 'b', 'city', 10);
    expect(history.past).toHaveLength(2);
  });

  it('undoes and redoes the same states', () => {
    const { history, text } = typed('abc', 2000);
    const back = undo(history, text);
    const further = back && undo(back.history, back.present);
    expect([back?.present, further?.present]).toEqual(['ab', 'a']);
    const forward = further && redo(further.history, further.present, 50_000);
    const last = forward && redo(forward.history, forward.present, 50_001);
    expect([forward?.present, last?.present]).toEqual(['ab', 'abc']);
    expect(last && redo(last.history, last.present, 50_002)).toBeNull();
    expect(last && undo(last.history, last.present)?.present).toBe('ab');
  });

  it('drops undone steps after a new edit', () => {
    const { history, text } = typed('ab', 2000);
    const back = undo(history, text);
    const changed = back && record(back.history, back.present, 'name', 90_000);
    expect(changed?.future).toEqual([]);
  });

  it('begins a new step for an edit after an undo', () => {
    const { history, text } = typed('ab', 2000);
    const back = undo(history, text);
    expect(back && record(back.history, back.present, 'name', 10_100).past).toHaveLength(2);
  });

  it('stores at most a hundred steps', () => {
    const { history } = typed('x'.repeat(150), 2000);
    expect(history.past).toHaveLength(100);
    expect(history.past[0]?.before).toBe('x'.repeat(50));
  });

  it('starts without a step to undo', () => {
    expect(undo(emptyHistory(), 'a')).toBeNull();
  });
});
