/**
 * Parses an address by the rules of the WHATWG URL standard. It stands for `URL.canParse()`, which rejects addresses with Latin-1 letters such
 * as `ü` in Node.js 20 and 22 once V8 has optimized its caller (after some thousand calls).
 * @param base the address that a relative one is resolved against
 * @returns null when the text is no address
 */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
