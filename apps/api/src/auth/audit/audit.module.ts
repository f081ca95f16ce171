import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditLog } from './audit-log';
import { AuditRepository } from './persistence/audit.repository';
import { ForgetAudit } from './use-cases/forget-audit';
import { ListAudit } from './use-cases/list-audit';
import { NoteFailedSignIn } from './use-cases/note-failed-sign-in';

/** What happened to accounts. */
@Module({
  controllers: [AuditController],
  providers: [AuditLog, AuditRepository, ListAudit, NoteFailedSignIn, ForgetAudit],
  exports: [AuditLog, ListAudit],
})
export class AuditModule {}
