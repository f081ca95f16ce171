import { Injectable } from '@nestjs/common';
import { OperatorLog } from '../../auth';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { GrantCredits } from './grant-credits';

const defaultDays = 365;
const day = 86_400_000;

/** Credits that an operator gives to a tenant, and why. */
export interface OperatorGrant {
  operatorId: UserId;
  tenantId: TenantId;
  /** The same for every retry of one request. */
  reference: string;
  credits: number;
  /** For how long they can be spent; a year when undefined. */
  days: number | undefined;
  reason: string;
}

/** Grants credits to a tenant for an operator. */
@Injectable()
export class GrantAsOperator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grantCredits: GrantCredits,
    private readonly log: OperatorLog,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's unit of work. @returns when they expire @throws {DomainError} `not-found` for an unknown tenant */
  execute(grant: OperatorGrant): Promise<Date> {
    const { operatorId, tenantId, reference, credits, days = defaultDays, reason } = grant;
    const expiresAt = new Date(this.clock.now().getTime() + days * day);
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.log.record({ operatorId, act: 'operator.credits-granted', reason, tenantId, subject: reference });
      await this.grantCredits.execute({ tenantId, source: 'operator', reference, amount: credits, expiresAt });
      return expiresAt;
    });
  }
}
