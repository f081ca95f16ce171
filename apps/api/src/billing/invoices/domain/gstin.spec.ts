import fc from 'fast-check';
import { checkCharacter, isGstin, stateOfGstin } from './gstin';

// Published in the documentation of the GST portal and of its software.
const published = ['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', '24AAACC1206D1ZM'];

describe('a GSTIN', () => {
  it.each(published)('accepts a GSTIN with its check character: %s', (gstin) => {
    expect(isGstin(gstin)).toBe(true);
  });

  it('rejects a GSTIN after any single change of a character', () => {
    const changed = fc.record({
      gstin: fc.constantFrom(...published),
      at: fc.nat(14),
      character: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    });
    fc.assert(
      fc.property(changed, ({ gstin, at, character }) => {
        fc.pre(gstin.charAt(at) !== character);
        expect(isGstin(gstin.slice(0, at) + character + gstin.slice(at + 1))).toBe(false);
      }),
    );
  });

  it.each(['', '27aapfu0939f1zv', ' 27AAPFU0939F1ZV', '27AAPFU0939F1ZVX', '99AAPFU0939F1Z'])(
    'rejects a GSTIN in another form: "%s"',
    (text) => {
      expect(isGstin(text)).toBe(false);
    },
  );

  it('names the state of a GSTIN, and none for a code that is not in use', () => {
    expect(stateOfGstin('27AAPFU0939F1ZV')).toBe('27');
    const former = `28AAPFU0939F1Z`;
    expect(stateOfGstin(former)).toBeNull();
    expect(isGstin(former + checkCharacter(former))).toBe(false);
  });
});
