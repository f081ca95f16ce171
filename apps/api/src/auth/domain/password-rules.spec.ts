import { passwordFault } from './password-rules';

const owner = { email: 'meenakshi@example.in', name: 'Meenakshi Iyer' };
const common = new Set(['password123', 'iloveyou1']);
const fault = (password: string) => passwordFault(password, owner, common);

describe('passwordFault (ASVS 6.2.4, 6.2.11, 6.2.12)', () => {
  it('accepts a long phrase of any composition', () => {
    expect(fault('a quiet bird on paper')).toBeNull();
    expect(fault('aaaaaaaaaaaa bbbb')).toBeNull();
  });

  it('refuses what is on the list, whatever its case', () => {
    expect(fault('PassWord123')).toBe('common');
  });

  it('refuses the owner, the address and the product in it', () => {
    expect(fault('xx-Meenakshi-xx')).toBe('contains-email');
    expect(fault('the iyer family')).toBe('contains-name');
    expect(fault('my Canar login')).toBe('contains-product');
  });

  it('does not hold a short name against its owner', () => {
    expect(passwordFault('bold and bright', { email: 'al@example.in', name: 'Al Bo' }, common)).toBeNull();
  });
});
