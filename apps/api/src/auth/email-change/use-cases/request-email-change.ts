import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId } from '../../../platform/ids/ids';
import { addressUnverified, sameAddress } from '../../auth.errors';
import { emailKey } from '../../domain/email-key';
import type { UserEntity } from '../../persistence/user.entity';
import { EmailChangeLimit } from '../email-change-limit';
import { EmailChangeRequests } from '../email-change-requests';
import { type EmailChange, EmailChangeRepository } from '../persistence/email-change.repository';

/** Begins a change of a person's address. The address they have stays in force until the new one is confirmed. */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: EmailChangeLimit,
    private readonly changes: EmailChangeRepository,
    private readonly requests: EmailChangeRequests,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces what is pending. Does the same whether or not the new address belongs to another account.
   * @throws {DomainError} `email.unverified`, `email-change.same`, `email-change.too-many`
   */
  execute(user: UserEntity, sessionId: SessionId, newEmail: string): Promise<EmailChange> {
    if (!user.emailVerifiedAt) throw addressUnverified();
    if (emailKey(newEmail) === user.emailKey) throw sameAddress();
    return this.unitOfWork.run('global', async () => {
      await this.limit.require(user.id);
      await this.changes.lockPerson(user.id);
      const now = this.clock.now();
      await this.changes.cancelPending(user.id, now);
      const change = await this.changes.add(user, newEmail, now);
      await this.requests.noteAndMail(change, sessionId);
      return change;
    });
  }
}
