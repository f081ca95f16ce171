import { movableTimer } from './movable-timer';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('movableTimer', () => {
  it('runs what was scheduled last, at its time, and sets one timer meanwhile', () => {
    const schedule = movableTimer();
    const set = jest.spyOn(globalThis, 'setTimeout');
    const [first, last] = [jest.fn(), jest.fn()];
    schedule(first, 300);
    jest.advanceTimersByTime(200);
    schedule(last, 300);
    expect(set).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(299);
    expect(last).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(last).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1000);
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  });

  it('runs earlier what is scheduled for an earlier time', () => {
    const schedule = movableTimer();
    const [late, soon] = [jest.fn(), jest.fn()];
    schedule(late, 5000);
    schedule(soon, 10);
    jest.advanceTimersByTime(10);
    expect(soon).toHaveBeenCalledTimes(1);
  });

  it('runs nothing that was cancelled', () => {
    const schedule = movableTimer();
    const work = jest.fn();
    schedule(work, 10)();
    jest.advanceTimersByTime(20);
    expect(work).not.toHaveBeenCalled();
  });
});
