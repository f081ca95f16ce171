import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { FileStorage } from '../../../platform/storage/file-storage';
import { type FileKey, FileRepository, readFileKey } from '../persistence/file.repository';

/** The job that deletes bytes that no row references; every night. */
const removeOrphansJob = 'profiles.remove-orphans';

const safeAgeMs = 24 * 3_600_000;
const pageSize = 500;

/**
 * Deletes photos and CVs that no row references: left by a crash between storing bytes and row, or between deleting row and bytes.
 * Files younger than a day stay, because an upload in progress stores its row last; so does every key of another form.
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

  /** @returns how many files were deleted; the next run continues one that was interrupted */
  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - safeAgeMs);
    let removed = 0;
    for await (const page of this.oldPages(before)) removed += await this.removeFrom(page, before);
    if (removed > 0) this.logger.warn({ removed }, 'Files that no row references were deleted');
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
