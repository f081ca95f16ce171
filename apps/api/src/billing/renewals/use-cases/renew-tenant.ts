import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { DebitRenewal } from './debit-renewal';
import { NotifyRenewal } from './notify-renewal';
import { TakeRenewalStep } from './take-renewal-step';

/** How many steps one run takes at most: a try that is called back, the notice of the next one, and what follows. */
const maxSteps = 5;

/** Takes the steps that are due of a tenant's renewals. */
@Injectable()
export class RenewTenant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly takeRenewalStep: TakeRenewalStep,
    private readonly notifyRenewal: NotifyRenewal,
    private readonly debitRenewal: DebitRenewal,
  ) {}

  /**
   * It may be repeated and run twice at once: a step is taken under the lock of the subscription, and the provider is asked under the
   * id of the order. What fails is due again.
   * @throws {DomainError} `payment.unavailable`
   */
  async execute(tenantId: TenantId): Promise<void> {
    for (let taken = 0; taken < maxSteps; taken += 1) {
      const step = await this.unitOfWork.run({ tenant: tenantId }, () => this.takeRenewalStep.execute(tenantId));
      if (!step) return;
      if (step.kind === 'notify') await this.notifyRenewal.execute(step.attempt, step.mandate);
      if (step.kind === 'debit') await this.debitRenewal.execute(step.attempt, step.mandate);
    }
  }
}
