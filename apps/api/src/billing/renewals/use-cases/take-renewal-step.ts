import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { TenantId } from '../../../platform/ids/ids';
import { dueStep, type RenewalStep } from '../domain/renewal';
import { KnownRenewals } from '../known-renewals';
import { RenewalRepository } from '../renewal.repository';
import { AnnounceRenewal } from './announce-renewal';
import { EndMandate } from './end-mandate';

/** Stores the step that is due of a tenant's renewals, before the provider hears of it. */
@Injectable()
export class TakeRenewalStep {
  constructor(
    private readonly knownRenewals: KnownRenewals,
    private readonly renewals: RenewalRepository,
    private readonly announceRenewal: AnnounceRenewal,
    private readonly endMandate: EndMandate,
    private readonly clock: Clock,
  ) {}

  /** Part of the caller's unit of work, until whose end the subscription stays locked. @returns null when nothing is due */
  async execute(tenantId: TenantId): Promise<RenewalStep | null> {
    const now = this.clock.now();
    const step = dueStep(await this.knownRenewals.lock(tenantId, now), now);
    if (step?.kind === 'announce') await this.announceRenewal.execute(tenantId, step, now);
    if (step?.kind === 'call-back') await this.renewals.note(tenantId, step.attempt.orderId, 'called_back', now);
    if (step?.kind === 'debit') await this.renewals.note(tenantId, step.attempt.orderId, 'requested', now);
    if (step?.kind === 'end') await this.endMandate.execute(tenantId, step.mandate, 'subscription', now);
    if (step?.kind === 'expire') await this.endMandate.execute(tenantId, step.mandate, 'expiry', now);
    return step;
  }
}
