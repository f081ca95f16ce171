import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { LinkRequests } from '../link-requests';
import type { UserEntity } from '../../persistence/user.entity';

/** Has a link mailed again with which a person verifies their address. */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: LinkRequests,
  ) {}

  /** Does nothing when the address is verified, or a link was mailed a short while ago. */
  async execute(user: UserEntity): Promise<void> {
    if (user.emailVerifiedAt) return;
    await this.unitOfWork.run('global', () => this.links.request('verify-email', user.emailKey, user));
  }
}
