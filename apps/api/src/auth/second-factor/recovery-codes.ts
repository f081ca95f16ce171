import { createHash, randomInt } from 'node:crypto';

/** No letters or digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codes = 10;
const groups = 4;
const groupLength = 4;

/** New recovery codes of about 79 bits each, such as `k7mz-9xq2-wert-a5bn`. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: codes }, () => Array.from({ length: groups }, group).join('-'));
}

/** The hash of a recovery code, however it was typed. The code is random and long enough for a fast hash. */
export function recoveryCodeHash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
}
