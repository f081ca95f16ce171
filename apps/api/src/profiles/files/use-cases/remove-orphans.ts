import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { FileStorage } from '../../../platform/storage/file-storage';
import { type FileKey, FileRepository, readFileKey } from '../persistence/file.repository';

/** The job that removes bytes that no row names; every night. */
export const removeOrphansJob = 'profiles.remove-orphans';

const safeAgeMs = 24 * 3_600_000;
const pageSize = 500;

/**
 * Removes photos and CVs that no row names: what a crash left between storing and naming, or between forgetting and deleting.
 * What is younger than a day stays, for an upload under way names its bytes last; so does every key that is not ours.
 */
@Injectable()
export class RemoveOrphans implements OnModuleInit {
  private readonly logger = new Logger(RemoveOrphans.name);

  constructor(
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(removeOrphansJob, z.looseObject({}), async () => void (await this.execute()));
    this.handlers.schedule(removeOrphansJob, '41 2 * * *');
  }

  /** @returns how many files were removed; a run that was cut short is made good by the next one */
  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - safeAgeMs);
    let removed = 0;
    for await (const page of this.oldPages(before)) removed += await this.removeFrom(page, before);
    if (removed > 0) this.logger.warn({ removed }, 'Files that no row named were removed');
    return removed;
  }

  private async *oldPages(before: Date): AsyncGenerator<FileKey[]> {
    let page: FileKey[] = [];
    for await (const { key, storedAt } of this.storage.listed('tenants/')) {
      const file = storedAt < before ? readFileKey(key) : null;
      if (file) page.push(file);
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
    yield page;
  }

  private async removeFrom(page: readonly FileKey[], before: Date): Promise<number> {
    let removed = 0;
    for (const tenantId of new Set(page.map((file) => file.tenantId))) {
      const own = page.filter((file) => file.tenantId === tenantId);
      const names = [...new Set(own.map(({ name }) => name))];
      const unnamed = await this.files.unnamed(tenantId, names);
      for (const { key, name } of own) {
        if (unnamed.has(name) && (await this.storage.deleteOlder(key, before))) removed += 1;
      }
    }
    return removed;
  }
}
