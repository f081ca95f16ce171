// breaks: house/environment-in-one-place
import { env } from 'node:process';

export const grace = env['GRACE'];
