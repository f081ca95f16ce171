import { type PathStep, toPointer } from '../schema/pointer';

/** Something that an import changed so that it could be kept. */
export interface Repair {
  /** RFC 6901 JSON Pointer into the imported value */
  pointer: string;
  /** what stood there; for a renamed field its old name */
  from: unknown;
  /** what stands there now; for a renamed field its new name; null when an empty mark was dropped */
  to: unknown;
}

/** Something that an import could not place in the document, so that its owner can. */
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

/** Keeps account of one import, so that nothing is changed or left out in silence. */
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
