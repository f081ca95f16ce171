import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { MemberLimitRepository } from '../persistence/member-limit.repository';

/** Reads the limit of a member, and what the member has spent of it; null for one without a limit. */
@Injectable()
export class ReadOwnLimit {
  constructor(
    private readonly limits: MemberLimitRepository,
    private readonly clock: Clock,
  ) {}

  execute(tenantId: TenantId, userId: UserId): Promise<{ spent: number; limit: number } | null> {
    return this.limits.findLimited(tenantId, userId, this.clock.now());
  }
}
