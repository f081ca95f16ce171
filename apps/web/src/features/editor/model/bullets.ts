import { moved } from '@/signed-in/document/edits';
import { linesOf } from '@/signed-in/document/tidy';

/** The bullets after a key, and which of them has the focus then; null leaves it where it is. */
export interface Bullets {
  lines: readonly string[];
  focus: number | null;
}

/** What a key, a paste or a choice makes of the bullets; null leaves them as they are, and the event to the browser. */
export type BulletChange = (lines: readonly string[]) => Bullets | null;

/** Changes the bullets; tells whether there was anything to change. */
export type ChangeBullets = (change: BulletChange) => boolean;

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
  if (press.key === 'Backspace' && line === '') return removeBullet(lines, index);
  if (!press.alt || (press.key !== 'ArrowUp' && press.key !== 'ArrowDown')) return null;
  if (press.shift) return press.key === 'ArrowDown' ? duplicateBullet(lines, index) : null;
  return moveBullet(lines, index, index + (press.key === 'ArrowUp' ? -1 : 1));
}

/** The bullets with one at another place; null when there is no such place. */
export function moveBullet(lines: readonly string[], from: number, to: number): Bullets | null {
  return to < 0 || to >= lines.length ? null : { lines: moved(lines, from, to), focus: to };
}

/** The bullets with a copy of one below it. */
export function duplicateBullet(lines: readonly string[], index: number): Bullets {
  const copy = lines[index] ?? '';
  return { lines: [...lines.slice(0, index + 1), copy, ...lines.slice(index + 1)], focus: index + 1 };
}

/** The bullets without one. */
export function removeBullet(lines: readonly string[], index: number): Bullets {
  return { lines: lines.filter((_, place) => place !== index), focus: Math.max(0, index - 1) };
}

/** Text pasted into a bullet over its selection. */
export interface BulletPaste {
  text: string;
  start: number;
  end: number;
}

/** What a paste of several lines does: each becomes a bullet, cleaned of its mark; null for one line, which is pasted as it is. */
export function pasteIntoBullet(lines: readonly string[], index: number, paste: BulletPaste): Bullets | null {
  const [first, ...others] = linesOf(paste.text);
  if (first === undefined || others.length === 0) return null;
  const line = lines[index] ?? '';
  const start = line.slice(0, paste.start) + first + line.slice(paste.end);
  return {
    lines: [...lines.slice(0, index), start, ...others, ...lines.slice(index + 1)],
    focus: index + others.length,
  };
}

/** The bullets with another text in one of them; a bullet has no line breaks. */
export function writeBullet(lines: readonly string[], index: number, text: string): Bullets {
  return { lines: lines.map((line, place) => (place === index ? text.replace(/\n/g, ' ') : line)), focus: null };
}
