import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { mailedLinkInvalid } from '../../auth.errors';
import { MailedLinks } from '../../recovery/mailed-links';
import { SignOutEverywhere } from '../../use-cases/sign-out-everywhere';
import { AddressReplacement } from '../address-replacement';

/** Undoes a change of an address, with a link that was mailed to the old one: the one who asked for it may not be the owner. */
@Injectable()
export class UndoEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly replacement: AddressReplacement,
    private readonly signOutEverywhere: SignOutEverywhere,
  ) {}

  /** Ends all sessions, also when the change was not confirmed. @throws {DomainError} `mailed-link.invalid` */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run('global', async () => {
      const recipient = await this.links.redeemRecipient(token, 'undo-email-change');
      if (!recipient || !(await this.replacement.restore(recipient))) throw mailedLinkInvalid();
      await this.signOutEverywhere.execute(recipient.userId, 'email-change-undone');
    });
  }
}
