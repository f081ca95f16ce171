import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { GrantRepository, type GrantUse } from '../persistence/grant.repository';

/** Reads what became of the credits that were granted for some references, such as payments. */
@Injectable()
export class ReadGrantUse {
  constructor(
    private readonly grants: GrantRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns by reference; nothing of one for which nothing was granted */
  async execute(tenantId: TenantId, references: readonly string[]): Promise<Map<string, GrantUse>> {
    const grants = await this.grants.list(tenantId, { references }, this.clock.now());
    return new Map(grants.map(({ reference, granted, spent, left }) => [reference, { granted, spent, left }]));
  }
}
