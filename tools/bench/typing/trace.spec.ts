import { scriptOfKeys, type TraceEvent } from './trace';

/** An event that takes twice as long as the thread runs. */
function event(name: string, startMs: number, threadMs: number, change: Partial<TraceEvent> & { type?: string } = {}) {
  const { type, ...rest } = change;
  const times = { ts: startMs * 1000, dur: threadMs * 2000, tdur: threadMs * 1000 };
  return { name, ph: 'X', pid: 1, tid: 1, args: { data: { type } }, ...times, ...rest };
}

describe('scriptOfKeys', () => {
  it('adds up the processor time of script on the main thread from one key to the next', () => {
    const events = [
      event('TimerFire', 20, 9),
      event('EventDispatch', 100, 10, { type: 'keydown' }),
      event('FunctionCall', 102, 5),
      event('FunctionCall', 150, 7),
      event('FunctionCall', 150, 50, { tid: 2 }),
      event('Layout', 170, 10),
      event('EventDispatch', 200, 3, { type: 'keydown' }),
      event('TimerFire', 290, 30),
    ];
    expect(scriptOfKeys(events, 100)).toEqual([17, 33]);
  });

  it('finds no keys in a trace without any', () => {
    expect(scriptOfKeys([event('FunctionCall', 0, 5)], 100)).toEqual([]);
  });
});
