import { Injectable, Logger } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ChargedActs } from '../charged-acts';
import { checkLedger } from '../check-ledger';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import type { LedgerFault } from '../domain/ledger-fault';
import { AuditRepository } from '../persistence/audit.repository';

/** Verifies the ledger of one tenant; an account that disagrees cannot spend from then on, and an alarm is raised. */
@Injectable()
export class VerifyLedger {
  private readonly logger = new Logger('Credits');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: ChargedActs,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns what disagrees, or nothing */
  async execute(tenantId: TenantId): Promise<LedgerFault[]> {
    const { faults } = await checkLedger(this.unitOfWork, this.acts, tenantId);
    if (faults.length === 0) return [];
    const suspended = await this.unitOfWork.run({ tenant: tenantId }, () =>
      this.audit.suspend(tenantId, newId(), faults, this.clock.now()),
    );
    const [first] = faults;
    this.logger.error(
      { alarm: 'credits.mismatch', tenantId, sequence: first?.sequence, faults, suspended },
      'A ledger is wrong',
    );
    return faults;
  }
}
