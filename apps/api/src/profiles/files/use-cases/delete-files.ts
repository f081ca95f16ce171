import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TenantId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { FileStorage } from '../../../platform/storage/file-storage';
import { cvKey, FileRepository, photoExtensions, photoKey } from '../persistence/file.repository';

/** The job that deletes the bytes of files whose profile is gone. */
export const deleteFilesJob = 'profiles.delete-files';

const payload = z.object({
  tenantId: z.uuid().transform(TenantId),
  files: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['photo', 'cv']),
      sizes: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })),
    }),
  ),
});

/** Deletes the bytes of files that no profile references; a photo that another profile uses stays. */
@Injectable()
export class DeleteFiles implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(deleteFilesJob, payload, (job) => this.execute(job));
  }

  async execute({ tenantId, files }: z.infer<typeof payload>): Promise<void> {
    const hashes = files.flatMap(({ sizes }) => sizes.map(({ hash }) => hash));
    const unused = await this.unitOfWork.run({ tenant: tenantId }, () => this.files.unused(tenantId, hashes));
    const photos = unused.flatMap((hash) => photoExtensions.map((extension) => photoKey(tenantId, hash, extension)));
    const cvs = files.filter(({ kind }) => kind === 'cv').map(({ id }) => cvKey(tenantId, id));
    for (const key of [...photos, ...cvs]) await this.storage.delete(key);
  }
}
