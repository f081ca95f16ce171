import fc from 'fast-check';
import { jsonFault, maxJsonDepth } from './json-fault';

describe('jsonFault', () => {
  it.each([
    ['at the top', '{"a":1,"a":2}'],
    ['inside an array', '[{"b":{"a":1}},{"a":1, "a" :2}]'],
    ['written with an escape', '{"a":1,"\\u0061":2}'],
    ['after a string with quotes', '{"a":"\\\\\\"a\\":","b":1,"a":2}'],
  ])('finds a duplicate member %s', (_where, json) => {
    expect(jsonFault(json)).toMatch(/twice/);
  });

  it('accepts any output of JSON.stringify', () => {
    const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value));
    const harmless = json.filter((text) => !text.includes('"__proto__":'));
    fc.assert(fc.property(harmless, (text) => jsonFault(text) === null));
  });

  it.each(['{"__proto__":{}}', '{"a":[{"\\u005f_proto__":1}]}'])(
    'rejects a member that sets a prototype in %s',
    (json) => {
      expect(jsonFault(json)).toMatch(/__proto__/);
    },
  );

  it('rejects deeper nesting than the maximum', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(jsonFault(nested(maxJsonDepth))).toBeNull();
    expect(jsonFault(nested(maxJsonDepth + 1))).toMatch(/deeper/);
  });
});
