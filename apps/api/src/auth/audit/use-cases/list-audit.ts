import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { Cursors, timePosition } from '../../../platform/paging/cursors';
import { AuditRepository, type StoredAuditEntry } from '../persistence/audit.repository';

/** Lists what happened to a person's account. */
@Injectable()
export class ListAudit {
  constructor(
    private readonly audit: AuditRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    { userId, tenantId }: { userId: UserId; tenantId: TenantId },
    cursor: string | undefined,
    limit: number,
  ): Promise<{ entries: StoredAuditEntry[]; nextCursor: string | null }> {
    const list = `auth.audit ${userId}`;
    const rows = await this.audit.list(userId, this.cursors.read(list, tenantId, cursor, timePosition), limit + 1);
    const entries = rows.slice(0, limit);
    const last = entries.at(-1);
    if (rows.length <= limit || !last) return { entries, nextCursor: null };
    return { entries, nextCursor: this.cursors.write(list, tenantId, { at: last.exactAt, id: last.id }) };
  }
}
