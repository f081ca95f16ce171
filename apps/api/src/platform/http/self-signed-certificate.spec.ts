import { X509Certificate, createPrivateKey } from 'node:crypto';
import { selfSignedCertificate } from './self-signed-certificate';

describe('selfSignedCertificate', () => {
  const made = selfSignedCertificate(new Date('2026-01-31T12:00:00Z'));
  const certificate = new X509Certificate(made.cert);

  it('signs the certificate with its own key', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
  });

  it('issues the certificate for this machine', () => {
    expect(certificate.subject).toBe('CN=localhost');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('canar.example')).toBeUndefined();
  });

  it('issues a certificate that is valid for ten years', () => {
    expect(new Date(certificate.validFrom)).toEqual(new Date('2026-01-31T12:00:00Z'));
    expect(new Date(certificate.validTo)).toEqual(new Date('2036-01-31T12:00:00Z'));
  });

  it('issues a different certificate each time', () => {
    const other = selfSignedCertificate();
    expect(other.key).not.toBe(made.key);
    expect(new X509Certificate(other.cert).serialNumber).not.toBe(certificate.serialNumber);
  });
});
