import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { addressVerified, mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../mailed-links';
import { AccessRepository } from '../../persistence/access.repository';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';

/**
 * Takes an address back for its owner from an account that somebody else has made with it and never verified: the
 * account loses the address and is blocked, and its tenant is closed. The address may then be registered anew.
 */
@Injectable()
export class ReleaseAddress {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly access: AccessRepository,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `mailed-link.invalid`, `email.verified` */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const account = await this.links.redeem(token, 'reset-password', 'verify-email');
      if (!account) throw mailedLinkInvalid();
      const { id } = account.user;
      await this.signOutEverywhere.execute(id, 'account-released');
      if (!(await this.access.release(id, this.clock.now()))) throw addressVerified();
    });
  }
}
