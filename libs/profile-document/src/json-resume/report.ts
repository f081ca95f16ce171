import { type PathStep, toPointer } from '../schema/pointer';

/** A value that an import changed to make it valid. */
export interface Repair {
  /** RFC 6901 JSON Pointer into the imported value */
  pointer: string;
  /** the original value; for a renamed field its old name */
  from: unknown;
  /** the new value; for a renamed field its new name; null when an empty value was removed */
  to: unknown;
}

/** A value that an import could not place in the document. */
export interface Unplaced {
  /** RFC 6901 JSON Pointer into the imported value */
  pointer: string;
  /** the value itself, or the beginning of its JSON when it is long */
  value: unknown;
  /** a stable code: `text.too-long`, `url.forbidden-scheme`, `type.expected-object`, `field.taken`, ... */
  reason: string;
}

const excerptLength = 2_000;

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** Records what an import changed or left out. */
export class ImportReport {
  readonly repaired: Repair[] = [];
  readonly unplaced: Unplaced[] = [];

  repair(path: readonly PathStep[], from: unknown, to: unknown): void {
    this.repaired.push({ pointer: toPointer(path), from, to });
  }

  leaveOut(path: readonly PathStep[], value: unknown, reason: string): void {
    const text = json(value);
    this.unplaced.push({
      pointer: toPointer(path),
      value: text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : value,
      reason,
    });
  }
}
