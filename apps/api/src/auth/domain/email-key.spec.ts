import fc from 'fast-check';
import { emailKey, formerEmailKey } from './email-key';

/** Every character that has a case or another form. */
function characters(): string[] {
  const all = Array.from({ length: 0x11_0000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  return all
    .map((code) => String.fromCodePoint(code))
    .filter((one) => [one.toLowerCase(), one.toUpperCase(), one.normalize('NFKC')].some((form) => form !== one));
}

describe('emailKey', () => {
  it.each([
    ['case', 'Asha.Rao@Example.IN', 'asha.rao@example.in'],
    ['composed and decomposed letters', 'rene\u0301@example.in', 'ren\u00e9@example.in'],
    ['full-width letters', 'ｆull@example.in', 'full@example.in'],
    ['the Kelvin sign', '\u212Aumar@example.in', 'kumar@example.in'],
    ['ligatures', 'o\uFB03ce@example.in', 'office@example.in'],
    ['a sharp s', 'Gro\u00DF@example.in', 'gross@example.in'],
    ['a capital sharp s', 'GRO\u1E9E@example.in', 'gross@example.in'],
    ['both sigmas', 'ΟΔΟΣ@example.in', 'οδος@example.in'],
    ['a full-width at sign', 'info\uFF20MÜNCHEN.de', 'info@MÜNCHEN.de'],
    ['the A-labels of a domain', 'info@MÜNCHEN.de', 'info@xn--mnchen-3ya.de'],
    ['the full stop of another script', 'info@example\u3002in', 'info@example.in'],
  ])('makes %s one', (_, one, other) => {
    expect(emailKey(one)).toBe(emailKey(other));
  });

  it.each([
    ['look-alikes', 'paypa1@example.in', 'paypal@example.in'],
    ['letters of another script', 'аsha@example.in', 'asha@example.in'],
    ['dots in the local part', 'asha.rao@example.in', 'asharao@example.in'],
    ['a dotless i', 'ıra@example.in', 'ira@example.in'],
    ['a sharp s in a domain', 'info@faß.de', 'info@fass.de'],
  ])('keeps %s apart', (_, one, other) => {
    expect(emailKey(one)).not.toBe(emailKey(other));
  });

  it('reads a domain as nothing but a domain', () => {
    expect(emailKey('a@0x1.2')).toBe('a@0x1.2');
    expect(emailKey('a@ex%41mple.in')).toBe('a@ex%41mple.in');
    expect(emailKey('no address')).toBe('no address');
  });

  it('changes a key no more', () => {
    const address = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.domain()).map(([a, b]) => `${a}@${b}`);
    fc.assert(fc.property(address, (email) => emailKey(emailKey(email)) === emailKey(email)));
  });

  it('changes the key of no letter of Unicode once more', () => {
    const changing = characters().filter((one) => emailKey(emailKey(`a${one}b@a.aa`)) !== emailKey(`a${one}b@a.aa`));
    expect(changing).toEqual([]);
  });
});

describe('formerEmailKey', () => {
  it('makes case and composition one, and nothing else', () => {
    expect(formerEmailKey('RENE\u0301@example.in')).toBe('ren\u00e9@example.in');
    expect(formerEmailKey('ｆull@example.in')).toBe('ｆull@example.in');
  });
});
