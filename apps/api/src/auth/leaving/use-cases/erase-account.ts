import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { AccountDataRegistry } from '../../../platform/account-data/account-data-registry';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UserId } from '../../../platform/ids/ids';
import { JobHandlers } from '../../../platform/jobs/job-handlers';
import { Erasure } from '../erasure';
import { DeletionRepository } from '../persistence/deletion.repository';

/** The job that erases one account. */
export const eraseAccountJob = 'auth.erase-account';

const payload = z.object({ userId: z.uuid().transform(UserId) });

/** Erases an account that is due, with what every module stores of its person, in one transaction. */
@Injectable()
export class EraseAccount implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deletions: DeletionRepository,
    private readonly data: AccountDataRegistry,
    private readonly erasure: Erasure,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(eraseAccountJob, payload, ({ userId }) => this.execute(userId));
  }

  /** Does nothing when the account is not due, or erased already. */
  async execute(userId: UserId): Promise<void> {
    await this.unitOfWork.run({ role: 'canar_jobs' }, async () => {
      const user = await this.erasure.begin(userId);
      if (!user) return;
      const tenants = await this.deletions.tenantsOf(userId);
      const tenantIds = tenants.filter(({ isShared }) => !isShared).map(({ id }) => id);
      const account = { userId, emails: await this.deletions.addressesOf(userId), tenantIds };
      await this.erasure.mark(tenantIds);
      const expiresAt = await this.erasure.retain(userId, await this.data.processed(account));
      await this.data.erase(account);
      await this.erasure.report(user, expiresAt);
    });
  }
}
