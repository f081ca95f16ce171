import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { UserId } from '../../../platform/ids/ids';
import { type EmailChange, EmailChangeRepository } from '../persistence/email-change.repository';

/** Finds the change of a person's address that waits to be confirmed. */
@Injectable()
export class FindPendingEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: EmailChangeRepository,
    private readonly clock: Clock,
  ) {}

  execute(userId: UserId): Promise<EmailChange | null> {
    return this.unitOfWork.run('global', () => this.changes.findPending(userId, this.clock.now()));
  }
}
