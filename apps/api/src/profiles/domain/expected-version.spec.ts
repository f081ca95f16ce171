import { accepts } from './expected-version';

describe('accepts', () => {
  it.each([
    ['any version', 'any', true],
    ['the version that the client has seen', ['6', '7'], true],
    ['another version', ['6'], false],
    ['no version', null, false],
  ] as const)('accepts or rejects a change that expects %s', (_, expected, accepted) => {
    expect(accepts(expected, '7')).toBe(accepted);
  });
});
