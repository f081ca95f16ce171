import { z } from 'zod';
import { instantOf, isPast } from '@/lib/local-moment';

/** Length of a password for visitors. */
export const passwordLength = { min: 8, max: 128 } as const;

/** A password for visitors; an empty field is none. */
export const visitorPassword = z
  .string()
  .refine((password) => password === '' || password.length >= passwordLength.min)
  .transform((password) => password || undefined);

/** Until when a link works: the local time of a field, as an instant that has not passed; an empty field is no end. */
export const linkEnd = z
  .string()
  .transform(instantOf)
  .refine((instant) => !isPast(instant, Date.now()));
