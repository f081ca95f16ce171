import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type SecurityEventDetails, SecurityEvents } from '../../platform/observability/security-events';
import { type AuditEntry, AuditRepository } from './persistence/audit.repository';

/** Keeps an act for its person to read, in the caller's unit of work, and logs it as a security event once that has committed. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
    private readonly events: SecurityEvents,
  ) {}

  /** @param details what the log line says beside the entry */
  record(entry: AuditEntry, details: Pick<SecurityEventDetails, 'device' | 'kind' | 'operatorId'> = {}): Promise<void> {
    this.repository.add(entry, this.clock.now());
    const { act, ...said } = entry;
    this.unitOfWork.afterCommit(() => this.events.record(act, { ...said, ...details }));
    return Promise.resolve();
  }
}
