import { AccessTokens } from './access-tokens';
import { DeviceCookie } from './device-cookie';
import { JwtStrategy } from './jwt.strategy';
import { SessionCache } from './session-cache';
import { SessionCookie } from './session-cookie';
import { SessionOwners } from './session-owners';
import { SessionTokens } from './session-tokens';

/** What issues, reads and ends tokens and sessions, as parts of the auth module. */
export const tokenProviders = [
  AccessTokens,
  SessionTokens,
  SessionCookie,
  DeviceCookie,
  SessionCache,
  SessionOwners,
  JwtStrategy,
];
