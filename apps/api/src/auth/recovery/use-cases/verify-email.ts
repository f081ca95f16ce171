import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { accountBlocked, mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../mailed-links';
import { VerifyAddress } from './verify-address';

/** Verifies an address with a mailed link. It signs nobody in. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly verifyAddress: VerifyAddress,
  ) {}

  /** @throws {DomainError} `mailed-link.invalid`, `account.blocked` */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const account = await this.links.redeem(token, 'verify-email');
      if (!account) throw mailedLinkInvalid();
      if (account.user.blockedAt) throw accountBlocked();
      await this.verifyAddress.execute(account.user);
    });
  }
}
