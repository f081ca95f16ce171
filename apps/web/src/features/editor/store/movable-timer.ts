/**
 * One timer whose time can be moved: setting and clearing a timer of the browser at every key costs more than the rest of the key. It gives
 * the shape of `EditorPorts.schedule`; work that is scheduled replaces what waits.
 */
export function movableTimer(): (work: () => void, ms: number) => () => void {
  let waiting: { work: () => void; due: number } | null = null;
  let timer: { id: ReturnType<typeof setTimeout>; rings: number } | null = null;
  const set = (due: number) => {
    timer = { id: setTimeout(ring, Math.max(0, due - performance.now())), rings: due };
  };
  const ring = () => {
    timer = null;
    if (!waiting) return;
    const { work, due } = waiting;
    if (due > performance.now()) return set(due);
    waiting = null;
    work();
  };
  return (work, ms) => {
    const own = { work, due: performance.now() + ms };
    waiting = own;
    if (timer && timer.rings > own.due) {
      clearTimeout(timer.id);
      timer = null;
    }
    if (!timer) set(own.due);
    return () => {
      if (waiting === own) waiting = null;
    };
  };
}
