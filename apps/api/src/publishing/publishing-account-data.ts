import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AccountData,
  type StoredAccount,
  type Losses,
  type ProcessedData,
} from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import type { CollectedFile } from '../platform/account-data/collected-file';
import { CollectedRows } from '../platform/account-data/collected-rows';
import { Clock } from '../platform/clock/clock';
import { TenantPublications } from './persistence/tenant-publications';

/** What the export contains of this module. */
const exported = [
  {
    path: 'publishing/pages.json',
    about: 'Your published pages, with what each shows to whom.',
    tables: ['profiles.publications'],
    sql: `SELECT profile_id::text AS key, jsonb_build_object('profileId', profile_id, 'slug', slug, 'visibility', visibility,
            'hiddenFields', hidden_fields, 'showCv', show_cv, 'branded', branded, 'publishedAt', published_at,
            'expiresAt', expires_at) AS data
          FROM profiles.publications WHERE tenant_id = $1`,
  },
  {
    path: 'publishing/addresses.json',
    about: 'The addresses of your pages, former ones included.',
    tables: ['profiles.slugs'],
    sql: `SELECT slug AS key, jsonb_build_object('slug', slug, 'profileId', profile_id, 'claimedAt', claimed_at) AS data
          FROM profiles.slugs WHERE tenant_id = $1`,
  },
  {
    path: 'publishing/share-links.json',
    about: 'Your share links by their labels, without the secret that opens each.',
    tables: ['profiles.share_links'],
    sql: `SELECT id::text AS key, jsonb_build_object('id', id, 'profileId', profile_id, 'label', label, 'createdAt', created_at,
            'expiresAt', expires_at, 'revokedAt', revoked_at) AS data
          FROM profiles.share_links WHERE tenant_id = $1`,
  },
];

/**
 * Published pages, their addresses and share links. Rendered pages are cached for an hour at most, and pages of a tenant
 * that is closed are rendered for nobody: at the end of the days of grace there are none.
 */
@Injectable()
export class PublishingAccountData extends AccountData implements OnModuleInit {
  readonly erased = ['profiles.publications', 'profiles.slugs', 'profiles.share_links'];
  readonly impersonal = {};

  constructor(
    private readonly publications: TenantPublications,
    private readonly rows: CollectedRows,
    private readonly registry: AccountDataRegistry,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async collect({ tenantIds }: StoredAccount): Promise<CollectedFile[]> {
    return this.rows.ofTenants(tenantIds, exported);
  }

  override async losses({ tenantIds }: StoredAccount): Promise<Partial<Losses>> {
    let publishedPages = 0;
    for (const tenantId of tenantIds) publishedPages += await this.publications.count(tenantId);
    return { publishedPages };
  }

  override async processed({ tenantIds }: StoredAccount): Promise<ProcessedData[]> {
    const until = this.clock.now();
    const claimed = await this.publications.claimedAt(tenantIds);
    return claimed.map((from) => ({ what: 'address', purpose: 'Showing a profile under an address', from, until }));
  }

  override async erase({ tenantIds }: StoredAccount): Promise<void> {
    await this.publications.erase(tenantIds);
  }
}
