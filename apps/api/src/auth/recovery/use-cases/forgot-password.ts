import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { emailKey } from '../../domain/email-key';
import { LinkRequests } from '../link-requests';
import { AccountRepository } from '../../persistence/account.repository';

/** Has a link mailed with which the owner of an address may choose a new password. */
@Injectable()
export class ForgotPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly links: LinkRequests,
  ) {}

  /** Says nothing of whether the address has an account, and does the same work for one that has none. */
  async execute(email: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const account = await this.accounts.findByEmail(email);
      const address = account?.user.emailKey ?? emailKey(email);
      await this.links.request('reset-password', address, account?.user ?? null);
    });
  }
}
