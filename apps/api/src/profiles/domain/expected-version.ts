/** The versions of a draft that a change may replace: any, or the listed ones; null when the client named none. */
export type ExpectedVersion = readonly string[] | 'any' | null;

/** True when a change that expects these versions may replace this one. */
export function accepts(expected: ExpectedVersion, version: string): boolean {
  return expected === 'any' || (expected?.includes(version) ?? false);
}
