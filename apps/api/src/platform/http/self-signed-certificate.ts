import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, both PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

const YEARS = 10;
const TAG = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, time: 0x18, sequence: 0x30, set: 0x31 };
/** Tags whose meaning the place in the certificate gives (X.690, 8.14). */
const CONTEXT = { version: 0xa0, extensions: 0xa3, dnsName: 0x82, ipAddress: 0x87 };

const OID = {
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
};

/**
 * Makes a certificate for `localhost` and a new P-256 key: what a load balancer asks of a target behind it, which it
 * reaches by address and whose certificate it does not verify. It lives in memory and dies with the process.
 * Written as RFC 5280, section 4.1, lays a certificate out.
 */
export function selfSignedCertificate(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(TAG.sequence, oid(OID.ecdsaWithSha256));
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, oid(OID.commonName), der(TAG.utf8, Buffer.from('localhost')))),
  );
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const content = der(
    TAG.sequence,
    der(CONTEXT.version, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, serialNumber()),
    algorithm,
    name,
    der(TAG.sequence, time(now), time(end)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(CONTEXT.extensions, der(TAG.sequence, alternativeNames())),
  );
  const signature = sign('sha256', content, privateKey);
  const certificate = der(TAG.sequence, content, algorithm, der(TAG.bits, Buffer.from([0]), signature));
  return { cert: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function alternativeNames(): Buffer {
  const names = der(
    TAG.sequence,
    der(CONTEXT.dnsName, Buffer.from('localhost')),
    der(CONTEXT.ipAddress, Buffer.from([127, 0, 0, 1])),
  );
  return der(TAG.sequence, oid(OID.subjectAltName), der(TAG.octets, names));
}

/** Sixteen random bytes that read as a positive number without a leading zero. */
function serialNumber(): Buffer {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function oid(bytes: number[]): Buffer {
  return der(TAG.oid, Buffer.from(bytes));
}

/** GeneralizedTime, whole seconds. */
function time(date: Date): Buffer {
  const digits = date.toISOString().slice(0, 19).replace(/[-:T]/g, '');
  return der(TAG.time, Buffer.from(`${digits}Z`));
}

/** One value of the Distinguished Encoding Rules (X.690): tag, length, content. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body)]), body]);
}

function lengthOf({ length }: Buffer): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
