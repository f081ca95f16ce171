import { Injectable } from '@nestjs/common';
import { OperatorLog } from '../../../auth';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { OperatedPaymentRepository } from '../persistence/operated-payment.repository';

/** Closes a payment that bought nothing, because an operator can explain it: no money moves. */
@Injectable()
export class ExplainPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: OperatedPaymentRepository,
    private readonly log: OperatorLog,
  ) {}

  /** @throws {DomainError} `not-found` when no such payment waits */
  async execute(operatorId: UserId, tenantId: TenantId, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      if (!(await this.payments.explain(tenantId, id))) throw notFound();
      await this.log.record({ operatorId, act: 'operator.payment-explained', reason, tenantId, subject: id });
    });
  }
}
