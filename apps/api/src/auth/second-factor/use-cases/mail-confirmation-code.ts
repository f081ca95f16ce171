import { Injectable } from '@nestjs/common';
import type { SessionId } from '../../../platform/ids/ids';
import { confirmationMethod } from '../../auth.errors';
import type { UserEntity } from '../../persistence/user.entity';
import { Confirmations } from '../confirmations';
import { MailedConfirmation } from '../mailed-confirmation';

/** Mails a code by which a person confirms that it is still them, when they have nothing else to do it with. */
@Injectable()
export class MailConfirmationCode {
  constructor(
    private readonly confirmations: Confirmations,
    private readonly mailed: MailedConfirmation,
  ) {}

  /** @throws {DomainError} `confirmation.method`, `second-factor.too-many` */
  async execute(user: UserEntity, sessionId: SessionId): Promise<void> {
    const method = await this.confirmations.methodOf(user.id);
    if (method !== 'mail') throw confirmationMethod(undefined, { extras: { methods: [method] } });
    await this.mailed.send(user, sessionId);
  }
}
