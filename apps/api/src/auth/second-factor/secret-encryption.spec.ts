import { Config } from '../../platform/config/config';
import { UserId } from '../../platform/ids/ids';
import { testEnv } from '../../test-app';
import { SecretEncryption } from './secret-encryption';

const [person, other] = ['person', 'other'].map(UserId) as [UserId, UserId];
const secret = Buffer.from('a secret');
const encryption = (now: string, former?: string) =>
  new SecretEncryption(
    new Config(
      testEnv({
        DATABASE_URL: 'postgres://nowhere/none',
        JWT_SECRET: now.repeat(40),
        ...(former && { JWT_SECRET_PREVIOUS: former.repeat(40) }),
      }),
    ),
  );

describe('SecretEncryption', () => {
  it('opens what a former secret has encrypted, and says that it is outdated', () => {
    const stored = encryption('a').encrypt(secret, person);
    expect(encryption('a').decrypt(stored, person)).toEqual({ secret, outdated: false });
    expect(encryption('b', 'a').decrypt(stored, person)).toEqual({ secret, outdated: true });
  });

  it('opens nothing for another person, with another secret or after a change', () => {
    const stored = encryption('a').encrypt(secret, person);
    const changed = Buffer.from(stored);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(() => encryption('a').decrypt(stored, other)).toThrow('another JWT_SECRET');
    expect(() => encryption('b').decrypt(stored, person)).toThrow('another JWT_SECRET');
    expect(() => encryption('a').decrypt(changed, person)).toThrow('another JWT_SECRET');
  });
});
