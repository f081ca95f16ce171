import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import { mandateRequired } from '../../billing.errors';
import { instantOfAct } from '../../domain/facts';
import { SubscriptionRepository } from '../../persistence/subscription.repository';
import { isSwitchedOff, usableMandate } from '../domain/renewal';
import { KnownRenewals } from '../known-renewals';

/** Switches automatic renewal on or off; again changes nothing. What was announced and is not debited yet is called back. */
@Injectable()
export class SwitchRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly knownRenewals: KnownRenewals,
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `renewal.mandate` to switch it on when no mandate is there */
  execute(tenantId: TenantId, isOn: boolean): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const now = this.clock.now();
      const facts = await this.knownRenewals.lock(tenantId, now);
      const mandate = usableMandate(facts, now);
      if (!mandate && isOn) throw mandateRequired();
      if (!mandate || isSwitchedOff(facts.subscription, mandate) !== isOn) return;
      const kind = isOn ? 'renewal-on' : 'renewal-off';
      await this.subscriptions.addAct(tenantId, newId(), { kind, at: instantOfAct(facts.subscription, now) });
    });
  }
}
