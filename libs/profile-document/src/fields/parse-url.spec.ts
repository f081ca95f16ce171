import { parseUrl, safeHref } from '..';

/** More calls than V8 needs to optimize the caller. */
const manyCalls = 20_000;

/** The results of a function that is called so often that V8 optimizes it. */
function resultsOf(call: () => unknown): Set<unknown> {
  const results = new Set<unknown>();
  for (let count = 0; count < manyCalls; count += 1) results.add(call());
  return results;
}

describe('parseUrl', () => {
  it('parses an address with a Latin-1 letter however often it is called', () => {
    expect(resultsOf(() => parseUrl('https://münchen.example/')?.hostname)).toEqual(
      new Set(['xn--mnchen-3ya.example']),
    );
  });

  it('resolves a relative address and returns null for a text that is no address', () => {
    expect(parseUrl('/p/é', 'https://canar.example')?.href).toBe('https://canar.example/p/%C3%A9');
    expect(parseUrl('no address')).toBeNull();
  });
});

describe('safeHref', () => {
  it('links an address with a Latin-1 letter however often it is called', () => {
    expect(resultsOf(() => safeHref('https://münchen.example/é'))).toEqual(
      new Set(['https://xn--mnchen-3ya.example/%C3%A9']),
    );
  });
});
