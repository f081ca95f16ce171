import { Injectable } from '@nestjs/common';
import type { SessionId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import type { AuditedAct } from '../audit/audited-acts';
import type { MailKind } from '../mails/mail-texts';
import { Mails } from '../mails/mails';
import type { UserEntity } from '../persistence/user.entity';

/** Notes changes of what a person signs in with, and mails the person; part of the caller's unit of work. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly audit: AuditLog,
    private readonly mails: Mails,
  ) {}

  async tell(user: UserEntity, sessionId: SessionId, act: AuditedAct, mail: MailKind): Promise<void> {
    await this.audit.record({ userId: user.id, sessionId, act });
    await this.mails.send(user, mail);
  }
}
