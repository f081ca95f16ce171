import { z } from 'zod';

/** Who reads the sealed records of erased accounts: the holder of this public key (X25519; SPKI, base64). Without one it is who has JWT_SECRET. */
export const retentionKey = z
  .string()
  .regex(/^MCowBQYDK2VuAyEA[A-Za-z0-9+/]{43}=$/, 'a retention key is a public key of X25519 (SPKI, base64)');
