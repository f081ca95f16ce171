import { limits } from '../schema/limits';
import type { PathStep } from '../schema/pointer';
import { isLinkName, keyError, textError } from '../parse/scan';
import type { ImportReport } from './report';

/** The result for a value of which nothing can be stored. */
const nothing = Symbol('nothing');

/** Copies a foreign value; omits and reports what no document can contain; recursion ends at the depth limit. */
class ReadableCopy {
  constructor(private readonly report: ImportReport) {}

  copy(value: unknown, path: PathStep[], link: boolean): unknown {
    if (typeof value === 'string') return this.text(value, path, link);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'boolean' || value === null) return value;
    if (typeof value !== 'object') return this.leaveOut(path, value, 'value.not-json');
    if (path.length >= limits.depth) return this.leaveOut(path, '…', 'document.too-deep');
    return Array.isArray(value) ? this.list(value, path, link) : this.object(value, path, link);
  }

  private text(text: string, path: PathStep[], link: boolean): unknown {
    const readable = text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
    const fault = textError(readable, link);
    if (fault) return this.leaveOut(path, readable, fault);
    if (readable !== text) this.report.repair(path, text, readable);
    return readable;
  }

  private list(values: unknown[], path: PathStep[], link: boolean): unknown[] {
    if (values.length > limits.items) {
      this.report.leaveOut([...path, limits.items], `${values.length - limits.items} entries`, 'array.too-long');
    }
    return values.slice(0, limits.items).flatMap((value, index) => {
      const readable = this.copy(value, [...path, index], link);
      return readable === nothing ? [] : [readable];
    });
  }

  private object(object: object, path: PathStep[], link: boolean): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      const fault = keyError(key);
      if (fault) {
        this.leaveOut(path, shortName(key), fault);
        continue;
      }
      const readable = this.copy(value, [...path, key], link || isLinkName(key));
      if (readable !== nothing) copy[key] = readable;
    }
    return copy;
  }

  private leaveOut(path: PathStep[], value: unknown, reason: string): typeof nothing {
    this.report.leaveOut(path, value, reason);
    return nothing;
  }
}

function shortName(key: string): string {
  return key
    .slice(0, limits.key)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * A copy of an object without what no document can contain: unreadable text, forbidden names and links, everything over the limits.
 */
export function keepReadable(object: Record<string, unknown>, report: ImportReport): Record<string, unknown> {
  return new ReadableCopy(report).copy(object, [], false) as Record<string, unknown>;
}
