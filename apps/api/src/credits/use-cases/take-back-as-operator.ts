import { Injectable } from '@nestjs/common';
import { OperatorLog } from '../../auth';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { AccountRepository } from '../persistence/account.repository';
import { TakeBackCredits } from './take-back-credits';

/** Credits that an operator takes back of what an operator granted, and why. */
export interface OperatorTakeBack {
  operatorId: UserId;
  tenantId: TenantId;
  /** The reference of the grant. */
  grantedFor: string;
  /** The same for every retry of one request. */
  reference: string;
  credits: number;
  reason: string;
}

/** Takes credits back that an operator granted; what was bought is taken back by its refund. */
@Injectable()
export class TakeBackAsOperator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly takeBackCredits: TakeBackCredits,
    private readonly log: OperatorLog,
  ) {}

  /**
   * Joins the caller's unit of work. What was spent stays spent.
   * @returns the credits taken @throws {DomainError} `not-found` when no operator has granted this
   */
  execute({ operatorId, tenantId, grantedFor, reference, credits, reason }: OperatorTakeBack): Promise<number> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      await this.log.record({ operatorId, act: 'operator.credits-taken-back', reason, tenantId, subject: grantedFor });
      await this.accounts.lock(tenantId);
      const [first] = await this.accounts.lineOf(tenantId, 'operator', grantedFor);
      if (first === undefined) throw notFound();
      const due = (await this.accounts.askedBack(tenantId, first)) + credits;
      const source = 'operator';
      return this.takeBackCredits.execute({ tenantId, source, grantedFor, reference, due, complete: false });
    });
  }
}
