/** An event of a Chromium trace, https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. Times are microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** processor time of the thread */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { type?: string } };
}

/** Events in which the main thread runs script. */
const script = new Set([
  'EventDispatch',
  'FunctionCall',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'RunMicrotasks',
  'v8.callFunction',
]);

/**
 * Script time of each key press in milliseconds: all script that the page's main thread runs from one `keydown` to the next, whatever
 * causes it. It is processor time, which other work on the machine does not stretch; what runs inside another counts once.
 * @param lastMs how long after the last key its script is counted
 */
export function scriptOfKeys(events: readonly TraceEvent[], lastMs: number): number[] {
  const isKey = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'keydown';
  const page = events.find(isKey);
  const own = events.filter(({ pid, tid, ph }) => pid === page?.pid && tid === page.tid && ph === 'X');
  const starts = own
    .filter(isKey)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const runs = outermost(own.filter(({ name }) => script.has(name)));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? start + lastMs * 1000;
    const inside = runs.filter(({ ts }) => ts >= start && ts < end);
    return inside.reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000;
  });
}

/** The events that are inside no other one. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let reached = -Infinity;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < reached) return false;
      reached = ts + dur;
      return true;
    });
}
