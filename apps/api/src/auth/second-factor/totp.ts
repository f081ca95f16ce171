import { Secret, TOTP } from 'otpauth';

const period = 30;
/** How many steps a clock may be off. */
const tolerance = 1;
const secretBytes = 20;

/** A new secret of 160 bits, as RFC 4226 asks for. */
export function newSecret(): Buffer {
  return Buffer.from(new Secret({ size: secretBytes }).bytes);
}

/** The secret as people type it (base32), and the address that authenticator apps read from a QR code. */
export function enrolment(secret: Buffer, email: string): { secret: string; uri: string } {
  const totp = totpOf(secret, email);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step (RFC 6238) of a code that is good now, at most one step off; null when it is not good. */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: tolerance });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

function totpOf(secret: Buffer, label?: string): TOTP {
  return new TOTP({ issuer: 'Canar', label, digits: 6, period, secret: Secret.fromHex(secret.toString('hex')) });
}
