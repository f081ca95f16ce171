import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { MemberLimitRepository, type MemberSpending } from '../persistence/member-limit.repository';

/** Reads who has spent how much in the running period. */
@Injectable()
export class ReadMemberSpending {
  constructor(
    private readonly limits: MemberLimitRepository,
    private readonly clock: Clock,
  ) {}

  execute(tenantId: TenantId): Promise<MemberSpending[]> {
    return this.limits.list(tenantId, this.clock.now());
  }
}
