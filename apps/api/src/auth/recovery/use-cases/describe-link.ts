import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../mailed-links';

/** Tells the reader of a mailed link what they need to know of its account to decide whether it is theirs. */
@Injectable()
export class DescribeLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
  ) {}

  /** @throws {DomainError} `mailed-link.invalid` */
  async execute(token: string): Promise<{ createdAt: Date; emailVerified: boolean }> {
    const find = () => this.links.look(token, 'reset-password', 'verify-email');
    const account = await this.unitOfWork.run('global', find);
    if (!account || account.user.blockedAt) throw mailedLinkInvalid();
    return { createdAt: account.user.createdAt, emailVerified: account.user.emailVerifiedAt !== null };
  }
}
