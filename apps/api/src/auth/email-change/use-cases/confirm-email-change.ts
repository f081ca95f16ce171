import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../../recovery/mailed-links';
import { AddressReplacement } from '../address-replacement';

/** Gives an account its new address, with the link that was mailed there. It signs nobody in. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly replacement: AddressReplacement,
  ) {}

  /** @throws {DomainError} `mailed-link.invalid`, also when another account has come to have the address */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const recipient = await this.links.redeemRecipient(token, 'change-email');
      if (!recipient || !(await this.replacement.replace(recipient))) throw mailedLinkInvalid();
    });
  }
}
