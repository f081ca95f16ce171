import { DomainError } from '../../platform/errors/domain-error';
import { Passwords } from './passwords';

const passwords = new Passwords();

/** The code of the fault, or null. */
async function faultOf(password: string): Promise<string | null> {
  try {
    await passwords.requireStrong(password, { email: 'rk.2@example.in', name: 'Ravi K' });
    return null;
  } catch (error) {
    return error instanceof DomainError ? (error.details.errors?.[0]?.code ?? null) : null;
  }
}

describe('Passwords.requireStrong (ASVS 6.2.4)', () => {
  it.each([
    ['aaaaaaaa'],
    ['        '],
    ['Passw0rd!'],
    ['P@ssw0rd2026'],
    ['Summer2026!'],
    ['Mumbai2026!'],
    ['December2026'],
    ['Monday123!'],
    ['correcthorsebatterystaple'],
    ['correct horse battery staple'],
    ['asdfghjkl;'],
    ['1q2w3e4r5t'],
    ['abcdefgh'],
    ['abababababab'],
    ['2026-11-30'],
    ['hunter2hunter2'],
    ['RaviRavi2026'],
  ])('rejects %j', async (password) => {
    expect(await faultOf(password)).toMatch(/^password\./);
  });

  it.each([['nine quiet words'], ['for your eyes'], ['kX9#vQ2p'], ['a quiet bird'], ['चिड़िया गाती है']])(
    'accepts %j',
    async (password) => {
      expect(await faultOf(password)).toBeNull();
    },
  );

  it('accepts long passwords whatever their characters, and judges their beginning', async () => {
    expect(await faultOf('4@8({[<369&#!1|0$5+7%2/'.repeat(5))).toBeNull();
    expect(await faultOf(`${'a'.repeat(40)} quiet bird`)).toBe('password.guessable');
  });
});

describe('Passwords.hash (ASVS 11.4.2)', () => {
  it('hashes with argon2id and the parameters that OWASP names', async () => {
    expect(await passwords.hash('a quiet bird')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  });
});
