import { z } from 'zod';

/** The shortest password that the API accepts. */
const minPassword = 8;

/** A new password as people count its characters; the messages are keys of the `auth` messages. */
export const newPasswordSchema = z
  .string()
  .min(1, 'missing')
  .refine((password) => [...password].length >= minPassword, 'shortPassword');
