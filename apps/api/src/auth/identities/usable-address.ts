import { isEmail } from 'class-validator';

const maxLength = 254;
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** An address in the form that registering takes; null when it has another one. */
export function usableAddress(email: string | undefined): string | null {
  const usable =
    email !== undefined &&
    email.length <= maxLength &&
    !hidden.test(email) &&
    isEmail(email, { allow_utf8_local_part: true });
  return usable ? email : null;
}
