import { Injectable } from '@nestjs/common';
import type { SessionId } from '../../platform/ids/ids';
import { Jobs } from '../../platform/jobs/jobs';
import { AuditLog } from '../audit/audit-log';
import type { EmailChange } from './persistence/email-change.repository';

/** The job that writes to both addresses of a change; its payload names the change. */
export const mailEmailChangeJob = 'auth.mail-email-change';

/** Notes that a change was requested and has its mails sent; part of the caller's unit of work. */
@Injectable()
export class EmailChangeRequests {
  constructor(
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
  ) {}

  async noteAndMail({ id, userId }: EmailChange, sessionId: SessionId): Promise<void> {
    await this.audit.record({ userId, sessionId, act: 'account.email-change-requested' });
    await this.jobs.enqueue(mailEmailChangeJob, { changeId: id });
  }
}
