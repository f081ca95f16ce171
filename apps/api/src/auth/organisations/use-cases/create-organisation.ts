import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { TenantId } from '../../../platform/ids/ids';
import { AuditLog } from '../../audit/audit-log';
import { tooManyOrganisations } from '../../auth.errors';
import type { Caller } from '../../guards/caller.decorator';
import { type Membership, OrganisationRepository } from '../persistence/organisation.repository';

/** One's own and nine organisations more. */
const maxOwned = 10;

/** Adds a tenant that its creator owns, with credits and profiles of its own. */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `organisation.too-many` */
  execute({ userId, sessionId }: Caller, name: string): Promise<Membership> {
    return this.unitOfWork.run('global', async () => {
      if ((await this.organisations.countOwned(userId)) >= maxOwned) throw tooManyOrganisations();
      const tenant = { id: TenantId(newId()), name, createdAt: this.clock.now() };
      await this.organisations.addTenant(tenant, userId);
      await this.audit.record({ userId, sessionId, act: 'member.joined', reason: 'owner' });
      return { tenantId: tenant.id, name, role: 'owner' };
    });
  }
}
