import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { UserId } from '../../platform/ids/ids';
import { JobHandlers } from '../../platform/jobs/job-handlers';
import { Mailer } from '../../platform/mail/mailer';
import { mailLinkJob } from '../attempts/sign-in-attempts';
import { SignInLinks } from '../attempts/sign-in-links';
import { signInLink } from '../mails';
import { AccountRepository } from '../persistence/account.repository';

/** Mails a sign-in link to the stored address of an account. */
@Injectable()
export class MailSignInLink implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: SignInLinks,
    private readonly mailer: Mailer,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(mailLinkJob, z.object({ userId: z.uuid().transform(UserId).nullable() }), (job) =>
      this.execute(job.userId),
    );
  }

  /** @param userId null for an address without an account: nothing is mailed */
  async execute(userId: UserId | null): Promise<void> {
    if (userId === null) return;
    await this.unitOfWork.run('global', async () => {
      const user = await this.accounts.findUnblocked(userId);
      if (user) await this.mailer.send(signInLink(user.email, await this.links.make(user)));
    });
  }
}
