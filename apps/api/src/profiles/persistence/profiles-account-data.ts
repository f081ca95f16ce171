import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import {
  AccountData,
  type StoredAccount,
  type Losses,
  type ProcessedData,
} from '../../platform/account-data/account-data';
import { AccountDataRegistry } from '../../platform/account-data/account-data-registry';
import type { CollectedFile } from '../../platform/account-data/collected-file';
import { Clock } from '../../platform/clock/clock';
import { TenantId } from '../../platform/ids/ids';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { Jobs } from '../../platform/jobs/jobs';
import { FileStorage } from '../../platform/storage/file-storage';
import { CollectedProfiles } from './collected-profiles';
import { TenantProfiles } from './tenant-profiles';

const deleteFolderJob = 'profiles.delete-tenant-files';
const payload = z.object({ tenantId: z.uuid().transform(TenantId) });

/** Profiles with drafts, saved edits and files, the trash included. */
@Injectable()
export class ProfilesAccountData extends AccountData implements OnModuleInit {
  readonly erased = ['profiles.profiles', 'profiles.drafts', 'profiles.revisions', 'profiles.files', 'profiles.media'];
  readonly impersonal = {};

  constructor(
    private readonly profiles: TenantProfiles,
    private readonly collected: CollectedProfiles,
    private readonly registry: AccountDataRegistry,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
    this.handlers.register(deleteFolderJob, payload, ({ tenantId }) =>
      this.storage.deleteFolder(`tenants/${tenantId}/`),
    );
  }

  override async collect({ tenantIds }: StoredAccount): Promise<CollectedFile[]> {
    return this.collected.collect(tenantIds);
  }

  override async losses({ tenantIds }: StoredAccount): Promise<Partial<Losses>> {
    let profiles = 0;
    for (const tenantId of tenantIds) profiles += await this.profiles.count(tenantId);
    return { profiles };
  }

  override async processed({ tenantIds }: StoredAccount): Promise<ProcessedData[]> {
    const until = this.clock.now();
    const made = await this.profiles.madeAt(tenantIds);
    return made.map((from) => ({ what: 'profile', purpose: 'Writing and publishing a profile', from, until }));
  }

  /** Drafts, saved edits, files and everything else of a profile refer to it and go with it. */
  override async erase({ tenantIds }: StoredAccount): Promise<void> {
    await this.profiles.erase(tenantIds);
    for (const tenantId of tenantIds) await this.jobs.enqueue(deleteFolderJob, { tenantId });
  }
}
