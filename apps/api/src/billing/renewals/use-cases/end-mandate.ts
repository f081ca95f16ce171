import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import type { Mandate } from '../domain/renewal';
import { MandateRepository } from '../mandate.repository';
import { RenewalMails } from '../renewal-mails';

/** Ends a mandate that has expired, of which its customer hears, or whose subscription is over. */
@Injectable()
export class EndMandate {
  constructor(
    private readonly mandates: MandateRepository,
    private readonly mails: RenewalMails,
  ) {}

  /** Part of the caller's unit of work. */
  async execute(tenantId: TenantId, mandate: Mandate, endedBy: 'expiry' | 'subscription', now: Date): Promise<void> {
    const { id, plan, price, expiresAt } = mandate;
    await this.mandates.end(tenantId, id, endedBy, endedBy === 'expiry' ? expiresAt : now);
    if (endedBy === 'expiry') await this.mails.send('ended', tenantId, id, { plan, price, on: expiresAt });
  }
}
