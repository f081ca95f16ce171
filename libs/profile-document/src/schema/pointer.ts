/** One step of a path through a document: a property name or an array index. */
export type PathStep = string | number;

/** The JSON Pointer (RFC 6901) of a path: `['work', 0, 'a/b']` is `/work/0/a~1b`, the document itself is `''`. */
export function toPointer(path: readonly PathStep[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value when it is an object and no array, else `undefined`. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
