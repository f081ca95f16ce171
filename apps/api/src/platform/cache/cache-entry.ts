/** A cached value as the tiers store it: its JSON text for Redis and its size, the frozen value for memory. */
export interface CacheEntry {
  readonly text: string;
  readonly value: unknown;
}

/** The entry of a value, as if it had been through JSON; undefined when JSON has no word for it. */
export function entryOf(value: unknown): CacheEntry | undefined {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return undefined;
  return { text, value: typeof value === 'string' ? value : frozen(JSON.parse(text)) };
}

/** The entry that a text from outside holds; undefined when it is not JSON. */
export function entryFromText(text: string): CacheEntry | undefined {
  try {
    return { text, value: frozen(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
