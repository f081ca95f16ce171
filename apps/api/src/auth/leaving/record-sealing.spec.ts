import { generateKeyPairSync } from 'node:crypto';
import { Config } from '../../platform/config/config';
import { UserId } from '../../platform/ids/ids';
import { testEnv } from '../../test-app';
import { privateKeyOf, RecordSealing } from './record-sealing';
import { openRecord } from './testing/open-record';

const [person, other] = ['person', 'other'].map(UserId) as [UserId, UserId];
const secret = 'a'.repeat(40);
const record = { name: 'Asha' };
const sealing = (fields = {}) =>
  new RecordSealing(new Config(testEnv({ DATABASE_URL: 'postgres://nowhere/none', JWT_SECRET: secret, ...fields })));

describe('RecordSealing', () => {
  it('seals a record for the holder of the private key alone', () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    const RETENTION_PUBLIC_KEY = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const sealed = sealing({ RETENTION_PUBLIC_KEY }).seal(record, person);
    expect(openRecord(sealed, privateKey, person)).toEqual(record);
    expect(() => openRecord(sealed, privateKeyOf(secret), person)).toThrow();
  });

  it('seals for the key of the installation without a reader of its own', () => {
    expect(openRecord(sealing().seal(record, person), privateKeyOf(secret), person)).toEqual(record);
  });

  it('opens nothing of another person or after a change, and shows no text', () => {
    const sealed = sealing().seal(record, person);
    expect(sealed.includes('Asha')).toBe(false);
    expect(() => openRecord(sealed, privateKeyOf(secret), other)).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(() => openRecord(changed, privateKeyOf(secret), person)).toThrow();
    expect(sealing().seal(record, person).equals(sealed)).toBe(false);
  });
});
