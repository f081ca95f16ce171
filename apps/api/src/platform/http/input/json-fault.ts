const quote = 34;
const backslash = 92;
const colon = 58;

/** The maximum nesting of a body; a deeper one would overflow the stack of recursive code. */
export const maxJsonDepth = 64;

/**
 * Says what is wrong with a text that is JSON: an object that names a member twice, whose meaning RFC 8259 leaves open, a member
 * that sets the prototype of a copy, or values that are nested too deep; null when nothing is.
 */
export function jsonFault(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{' || character === '[') open.push(character === '{' ? new Set() : null);
    else if (character === '}' || character === ']') open.pop();
    if (open.length > maxJsonDepth) return `The body is nested deeper than ${maxJsonDepth} levels.`;
    if (character !== '"') continue;
    const end = endOfString(json, at);
    const names = open[open.length - 1];
    if (names && isName(json, end)) {
      const name = nameOf(json.slice(at, end + 1));
      if (name === '__proto__') return 'The body names the member __proto__.';
      if (names.has(name)) return 'The body names a member twice.';
      names.add(name);
    }
    at = end;
  }
  return null;
}

function endOfString(json: string, start: number): number {
  let end = start + 1;
  while (json.charCodeAt(end) !== quote) end += json.charCodeAt(end) === backslash ? 2 : 1;
  return end;
}

/** In JSON a colon follows the name of a member, and no other string. */
function isName(json: string, end: number): boolean {
  let next = end + 1;
  while (json.charCodeAt(next) <= 32) next += 1;
  return json.charCodeAt(next) === colon;
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
