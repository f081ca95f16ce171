import { moved } from './edits';

/** The bullets after a key, and which of them has the focus then; null leaves it where it is. */
export interface Bullets {
  lines: readonly string[];
  focus: number | null;
}

/** A key pressed in a bullet, with the selection there. */
export interface BulletKey {
  key: string;
  alt: boolean;
  shift: boolean;
  start: number;
  end: number;
}

/** What a key does to a list of bullets; null when it does what it always does. */
export function pressBullet(lines: readonly string[], index: number, press: BulletKey): Bullets | null {
  const line = lines[index] ?? '';
  const around = (...middle: string[]) => [...lines.slice(0, index), ...middle, ...lines.slice(index + 1)];
  if (press.key === 'Enter' && !press.shift) {
    return { lines: around(line.slice(0, press.start), line.slice(press.end)), focus: index + 1 };
  }
  if (press.key === 'Backspace' && line === '') return { lines: around(), focus: Math.max(0, index - 1) };
  if (!press.alt || (press.key !== 'ArrowUp' && press.key !== 'ArrowDown')) return null;
  const to = index + (press.key === 'ArrowUp' ? -1 : 1);
  return to < 0 || to >= lines.length ? null : { lines: moved(lines, index, to), focus: to };
}
