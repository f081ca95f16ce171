import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { GrantRepository, type UsedGrant } from '../persistence/grant.repository';

/** Lists what operators have granted to a tenant, with what is left of it. */
@Injectable()
export class ListOperatorGrants {
  constructor(
    private readonly grants: GrantRepository,
    private readonly clock: Clock,
  ) {}

  execute(tenantId: TenantId): Promise<UsedGrant[]> {
    return this.grants.list(tenantId, { source: 'operator' }, this.clock.now());
  }
}
