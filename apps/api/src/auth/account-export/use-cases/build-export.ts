import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UserId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { buildExportJob } from '../domain/account-export';
import { ExportArchive } from '../export-archive';
import { StoredExports } from '../stored-exports';

const payload = z.object({ userId: z.uuid().transform(UserId), id: z.uuid() });

/** Builds the archive of an export on the disk and stores it. */
@Injectable()
export class BuildExport implements OnModuleInit {
  constructor(
    private readonly archive: ExportArchive,
    private readonly stored: StoredExports,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(buildExportJob, payload, ({ userId, id }) => this.execute(userId, id));
  }

  /** Does nothing for an export that is not awaited. A failure is noted for the person, and thrown for the next attempt. */
  async execute(userId: UserId, id: string): Promise<void> {
    if (!(await this.stored.isAwaited(userId, id))) return;
    const folder = await mkdtemp(join(tmpdir(), 'canar-export-'));
    const path = join(folder, 'export.zip');
    try {
      await this.archive.write(userId, path);
      await this.stored.store(userId, id, path);
    } catch (error) {
      await this.stored.fail(userId, id);
      throw error;
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}
