import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UserId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import type { RequestedLinkPurpose } from '../../domain/mailed-link';
import { mailLinkJob } from '../link-requests';
import { MailedLinks } from '../mailed-links';
import { Mails } from '../../mails/mails';
import { AccountRepository } from '../../persistence/account.repository';

const payload = z.object({
  userId: z.uuid().transform(UserId).nullable(),
  purpose: z.enum(['sign-in', 'reset-password', 'verify-email']),
});

/** Mails a link to the stored address of an account. */
@Injectable()
export class MailLink implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly mails: Mails,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(mailLinkJob, payload, ({ userId, purpose }) => this.execute(userId, purpose));
  }

  /** @param userId null for an address without an account: nothing is mailed */
  async execute(userId: UserId | null, purpose: RequestedLinkPurpose): Promise<void> {
    if (userId === null) return;
    await this.unitOfWork.run('global', async () => {
      const user = await this.accounts.findUnblocked(userId);
      if (!user) return;
      await this.mails.send(user, purpose, { link: await this.links.make(user, purpose) });
    });
  }
}
