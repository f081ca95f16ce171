import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { AccountRepository } from '../../persistence/account.repository';
import { EmailChangeMails } from '../email-change-mails';
import { mailEmailChangeJob } from '../email-change-requests';
import { EmailChangeRepository } from '../persistence/email-change.repository';

const payload = z.object({ changeId: z.uuid() });

/**
 * Writes to both addresses of a requested change. It is a job, so that the answer to the request costs the same whether
 * or not the new address belongs to another account.
 */
@Injectable()
export class MailEmailChange implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly changes: EmailChangeRepository,
    private readonly mails: EmailChangeMails,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(mailEmailChangeJob, payload, ({ changeId }) => this.execute(changeId));
  }

  /** Writes nothing when the change was cancelled meanwhile. */
  async execute(changeId: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const change = await this.changes.lockPending(changeId);
      const user = change && (await this.accounts.findUnblocked(change.userId));
      if (!user) return;
      await this.mails.tellOldAddress(user, change, 'email-change-requested');
      await this.mails.writeToNewAddress(user, change);
    });
  }
}
