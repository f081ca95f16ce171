import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/clock';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { FileStorage } from '../../../platform/storage/file-storage';
import { quarantine } from '../persistence/file.repository';
import { uploadLifetimeMs } from '../upload-tokens';

/** The job that removes uploads that nobody completed; every hour. */
const emptyQuarantineJob = 'profiles.empty-quarantine';

/** The last PUT may begin as the upload expires, and needs time. */
const arrivalMs = 30 * 60_000;

/** Deletes uploads that can no longer be completed. */
@Injectable()
export class EmptyQuarantine implements OnModuleInit {
  constructor(
    private readonly storage: FileStorage,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(emptyQuarantineJob, z.looseObject({}), () => this.execute());
    this.handlers.schedule(emptyQuarantineJob, '11 * * * *');
  }

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - uploadLifetimeMs - arrivalMs);
    for await (const { key, storedAt } of this.storage.listed(quarantine)) {
      if (storedAt < before) await this.storage.deleteOlder(key, before);
    }
  }
}
