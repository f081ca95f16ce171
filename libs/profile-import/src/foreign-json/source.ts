import type { Unplaced } from '@canar/profile-document';

type Fields = Record<string, unknown>;

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const maxReported = 500;

/** Collects the texts of a foreign file that no field of a résumé takes. */
export class Leftovers {
  readonly unplaced: Unplaced[] = [];

  /** Reports every text in a value, with its RFC 6901 pointer. */
  report(value: unknown, path: readonly (string | number)[]): void {
    const open: [unknown, readonly (string | number)[]][] = [[value, path]];
    for (let next = open.pop(); next && this.unplaced.length < maxReported; next = open.pop()) {
      const [item, place] = next;
      if (typeof item === 'string' && item.trim() !== '') {
        this.unplaced.push({ pointer: pointerOf(place), value: item, reason: 'field.unknown' });
      } else if (typeof item === 'object' && item !== null) {
        const entries: [string | number, unknown][] = Array.isArray(item) ? [...item.entries()] : Object.entries(item);
        open.push(
          ...entries.reverse().map(([step, inner]): [unknown, (string | number)[]] => [inner, [...place, step]]),
        );
      }
    }
  }
}

/** An object of a foreign file. What is read from it is placed; `end` reports the rest, so that nothing is lost in silence. */
export class Source {
  private readonly read = new Set<string>();
  private readonly children: Source[] = [];

  constructor(
    private readonly fields: Fields,
    private readonly leftovers: Leftovers,
    private readonly path: readonly (string | number)[] = [],
  ) {}

  /** The first non-empty text among fields; a number as its digits. The other fields remain. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const value = this.fields[name];
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string' || text.trim() === '') continue;
      this.read.add(name);
      return text;
    }
    return undefined;
  }

  /** The texts of a list, or the lines of one text. */
  texts(...names: string[]): string[] | undefined {
    for (const name of names) {
      const value = this.fields[name];
      if (!Array.isArray(value) || value.length === 0 || !value.every((entry) => typeof entry === 'string')) continue;
      this.read.add(name);
      return value.filter((entry) => entry.trim() !== '');
    }
    return undefined;
  }

  /** An object in a field; an empty one when there is none. */
  object(name: string): Source {
    const value = this.fields[name];
    const child = new Source(isRecord(value) ? value : {}, this.leftovers, [...this.path, name]);
    if (isRecord(value)) {
      this.read.add(name);
      this.children.push(child);
    }
    return child;
  }

  /** The objects of a list, or of the values of an object. */
  list(name: string): Source[] {
    const value = this.fields[name];
    if (typeof value !== 'object' || value === null) return [];
    this.read.add(name);
    const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([step, entry]) => {
      const path = [...this.path, name, step];
      if (!isRecord(entry)) {
        this.leftovers.report(entry, path);
        return [];
      }
      const child = new Source(entry, this.leftovers, path);
      this.children.push(child);
      return [child];
    });
  }

  /** Fields that say nothing about the person: ids, icons, settings of a layout. */
  skip(...names: string[]): this {
    names.forEach((name) => this.read.add(name));
    return this;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** The names of all fields. */
  names(): string[] {
    return Object.keys(this.fields);
  }

  /** Reports the texts that were not read, here and in what was read from here. */
  end(): void {
    for (const [name, value] of Object.entries(this.fields)) {
      if (!this.read.has(name)) this.leftovers.report(value, [...this.path, name]);
    }
    this.children.forEach((child) => child.end());
  }
}

/** An object without the fields that are undefined, empty or an empty list. */
export function compact(fields: Fields): Fields {
  const isFilled = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value)));
}
