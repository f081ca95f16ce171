import { deviceName } from '../../tokens/device-name';
import type { StoredAuditEntry } from '../persistence/audit.repository';
import type { AuditEntry } from './audit.dto';

/** Renders one thing that happened to an account. */
export function toAuditEntry({ id, act, method, reason, at, userAgent }: StoredAuditEntry): AuditEntry {
  return { id, act, method, reason, ...deviceName(userAgent), at: at.toISOString() };
}
