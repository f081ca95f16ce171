import { X509Certificate, createPrivateKey } from 'node:crypto';
import { selfSignedCertificate } from './self-signed-certificate';

describe('selfSignedCertificate', () => {
  const made = selfSignedCertificate(new Date('2026-01-31T12:00:00Z'));
  const certificate = new X509Certificate(made.cert);

  it('is signed with the key that comes with it', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
  });

  it('names this machine', () => {
    expect(certificate.subject).toBe('CN=localhost');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('canar.example')).toBeUndefined();
  });

  it('is valid from now on, for ten years', () => {
    expect(new Date(certificate.validFrom)).toEqual(new Date('2026-01-31T12:00:00Z'));
    expect(new Date(certificate.validTo)).toEqual(new Date('2036-01-31T12:00:00Z'));
  });

  it('is another one each time', () => {
    const other = selfSignedCertificate();
    expect(other.key).not.toBe(made.key);
    expect(new X509Certificate(other.cert).serialNumber).not.toBe(certificate.serialNumber);
  });
});
