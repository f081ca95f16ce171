import type { SessionId } from '../../platform/ids/ids';
import type { Device } from '../domain/device';

/** What a client that signs in has brought along. */
export interface Client {
  userAgent: string | undefined;
  /** Sessions that it was signed in with before: the new one replaces them. */
  sessionIds: readonly SessionId[];
  /** The accounts that have signed in on this device. */
  devices: readonly Device[];
}
