import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountData, type StoredAccount } from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import type { CollectedFile } from '../platform/account-data/collected-file';
import { CollectedRows } from '../platform/account-data/collected-rows';

/** Counts of views, which refer to a profile and go with it. */
@Injectable()
export class StatisticsAccountData extends AccountData implements OnModuleInit {
  readonly erased = ['profiles.visit_counts'];
  readonly impersonal = {};

  constructor(
    private readonly rows: CollectedRows,
    private readonly registry: AccountDataRegistry,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ tenantIds }: StoredAccount): Promise<CollectedFile[]> {
    return this.rows.ofTenants(tenantIds, [
      {
        path: 'publishing/visits.json',
        about: 'How often your pages were visited, by day.',
        tables: ['profiles.visit_counts'],
        sql: `SELECT concat_ws(' ', profile_id, day, facet, value) AS key, jsonb_build_object('profileId', profile_id,
                'day', day, 'facet', facet, 'value', value, 'count', count) AS data
              FROM profiles.visit_counts WHERE tenant_id = $1`,
      },
    ]);
  }
}
