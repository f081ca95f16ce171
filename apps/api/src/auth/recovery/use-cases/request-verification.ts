import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SuppressedAddresses } from '../../../platform/mail/suppressed-addresses';
import { LinkRequests } from '../link-requests';
import type { UserEntity } from '../../persistence/user.entity';

/** Has a link mailed again with which a person verifies their address. */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: LinkRequests,
    private readonly suppressed: SuppressedAddresses,
  ) {}

  /**
   * Lifts the suppression of an address whose mail came back: if it comes back again, the address is suppressed again.
   * Does nothing when the address is verified and mail reaches it, or a link was mailed a short while ago.
   */
  async execute(user: UserEntity): Promise<void> {
    const hasBounced = (await this.suppressed.reasonFor(user.email)) === 'bounce';
    if (user.emailVerifiedAt && !hasBounced) return;
    await this.unitOfWork.run('global', async () => {
      const isMailed = await this.links.request('verify-email', user.emailKey, user);
      if (isMailed && hasBounced) await this.suppressed.liftBounce(user.email);
    });
  }
}
