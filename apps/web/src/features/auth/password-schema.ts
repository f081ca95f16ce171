import { z } from 'zod/mini';

/** The shortest password that the API accepts. */
const minPassword = 8;

/** A new password as people count its characters; the messages are keys of the `auth` messages. */
export const newPasswordSchema = z.string().check(
  z.minLength(1, 'missing'),
  z.refine((password) => [...password].length >= minPassword, 'shortPassword'),
);
