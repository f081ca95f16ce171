import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { AuditLog } from '../audit/audit-log';
import type { NewOperatorAct } from './operator-act';
import { OperatedAccountRepository } from './persistence/operated-account.repository';
import { OperatorRepository } from './persistence/operator.repository';

/**
 * Stores what operators do, with the reason, and notes it in the audit log of the persons that it concerns; part of the
 * caller's unit of work.
 */
@Injectable()
export class OperatorLog {
  constructor(
    private readonly operators: OperatorRepository,
    private readonly accounts: OperatedAccountRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * An act on a tenant concerns all its owners.
   * @throws {DomainError} `not-found` when there is no such tenant
   */
  async record(act: NewOperatorAct): Promise<void> {
    const owners = act.tenantId === undefined ? [] : await this.accounts.ownersOf(act.tenantId);
    if (owners === null) throw notFound();
    await this.operators.addAct(act, this.clock.now());
    const concerned = new Set([...owners, ...(act.userId === undefined ? [] : [act.userId])]);
    for (const userId of concerned) await this.audit.record({ userId, act: act.act }, { operatorId: act.operatorId });
  }
}
