import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UserId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { AuditRepository } from '../persistence/audit.repository';

/** The job that notes a failed sign-in; its payload names the account, or nobody when the address has none. */
export const failedSignInJob = 'auth.note-failed-sign-in';

const payload = z.object({
  userId: z.uuid().transform(UserId).nullable(),
  at: z.iso.datetime().transform((at) => new Date(at)),
});

/** Notes a failed sign-in for its person to read. It is a job, so that the answer costs the same for an address without an account. */
@Injectable()
export class NoteFailedSignIn implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(failedSignInJob, payload, ({ userId, at }) => this.execute(userId, at));
  }

  async execute(userId: UserId | null, at: Date): Promise<void> {
    if (userId === null) return;
    await this.unitOfWork.run('global', () => {
      this.audit.add({ userId, act: 'sign-in.failed' }, at);
      return Promise.resolve();
    });
  }
}
