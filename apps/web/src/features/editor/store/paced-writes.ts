/** Writes of one place, at most one in a time; what comes meanwhile replaces what waits. */
export interface PacedWrites<T> {
  write: (value: T) => void;
  /** writes what waits now */
  flush: () => void;
}

/**
 * Paces writes that cost more than the key press that causes them: the first is made at once, and of those that follow within `ms`
 * milliseconds the last.
 */
export function pacedWrites<T>(write: (value: T) => void, ms: number): PacedWrites<T> {
  let waiting: { value: T } | null = null;
  let paused = false;
  const flush = () => {
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    write(value);
  };
  const resume = () => {
    paused = false;
    if (waiting) begin();
  };
  const begin = () => {
    flush();
    paused = true;
    setTimeout(resume, ms);
  };
  return {
    write: (value) => {
      waiting = { value };
      if (!paused) begin();
    },
    flush,
  };
}
