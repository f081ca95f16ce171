import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AccountData,
  type LeavingAccount,
  type Losses,
  type ProcessedData,
} from '../platform/account-data/account-data';
import { AccountDataRegistry } from '../platform/account-data/account-data-registry';
import { Clock } from '../platform/clock/clock';
import { TenantPublications } from './persistence/tenant-publications';

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
    private readonly registry: AccountDataRegistry,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  override async losses({ tenantIds }: LeavingAccount): Promise<Partial<Losses>> {
    let publishedPages = 0;
    for (const tenantId of tenantIds) publishedPages += await this.publications.count(tenantId);
    return { publishedPages };
  }

  override async processed({ tenantIds }: LeavingAccount): Promise<ProcessedData[]> {
    const until = this.clock.now();
    const claimed = await this.publications.claimedAt(tenantIds);
    return claimed.map((from) => ({ what: 'address', purpose: 'Showing a profile under an address', from, until }));
  }

  override async erase({ tenantIds }: LeavingAccount): Promise<void> {
    await this.publications.erase(tenantIds);
  }
}
