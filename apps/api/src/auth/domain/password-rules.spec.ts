import { passwordFault } from './password-rules';

const owner = { email: 'meenakshi@example.in', name: 'Meenakshi Iyer' };
const knowledge = { common: new Set(['password123', 'iloveyou1']), guesses: (password: string) => password.length };
const fault = (password: string) => passwordFault(password, owner, knowledge);

describe('passwordFault (ASVS 6.2.4, 6.2.11, 6.2.12)', () => {
  it('accepts a long phrase of any composition', () => {
    expect(fault('a quiet bird on paper')).toBeNull();
    expect(fault('aaaaaaaaaaaa bbbb')).toBeNull();
  });

  it('rejects what is on the list, whatever its case', () => {
    expect(fault('PassWord123')).toBe('common');
  });

  it('rejects famous phrases, however they are written', () => {
    expect(fault('Correct-Horse battery_staple')).toBe('common');
  });

  it('rejects the owner, the address and the product in it', () => {
    expect(fault('xx-Meenakshi-xx')).toBe('contains-email');
    expect(fault('the iyer family')).toBe('contains-name');
    expect(fault('my Canar login')).toBe('contains-product');
  });

  it('accepts a password that contains a short name of its owner', () => {
    expect(passwordFault('bold and bright', { email: 'al@example.in', name: 'Al Bo' }, knowledge)).toBeNull();
  });

  it('rejects a password that needs too few guesses, and reports the guessed words', () => {
    const guesses = jest.fn(() => 7.5);
    expect(passwordFault('something', owner, { ...knowledge, guesses })).toBe('guessable');
    expect(guesses).toHaveBeenCalledWith('something', ['meenakshi', 'Meenakshi', 'Iyer', 'canar']);
  });
});
