import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId } from '../../../platform/ids/ids';
import { sessionEnded } from '../../auth.errors';
import type { Caller } from '../../guards/caller.decorator';
import { SessionRepository } from '../../persistence/session.repository';
import { SessionCache } from '../../tokens/session-cache';
import { FindMember } from '../../use-cases/find-member';
import type { SignedInSession } from '../../use-cases/signed-in-session';
import { OrganisationRepository } from '../persistence/organisation.repository';

/** Makes a session act for another tenant of its person. Access tokens for the former tenant are good no longer. */
@Injectable()
export class SwitchTenant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly sessions: SessionRepository,
    private readonly findMember: FindMember,
    private readonly cache: SessionCache,
  ) {}

  /** @throws {DomainError} `not-found`, also for a tenant of others and one that is closed */
  execute({ userId, sessionId }: Caller, tenantId: TenantId): Promise<SignedInSession> {
    return this.unitOfWork.run('global', async () => {
      const isOpen = (await this.organisations.lock(tenantId)) !== null;
      if (!isOpen || (await this.organisations.roleOf(tenantId, userId)) === null) throw notFound();
      const session = await this.sessions.lock(sessionId);
      if (!session || session.endedAt) throw sessionEnded();
      await this.organisations.moveSession(sessionId, tenantId);
      this.unitOfWork.afterCommit(() => this.cache.forget(sessionId));
      const { user, role } = await this.findMember.execute(userId, tenantId);
      return { user, role, session: { ...session, tenantId } };
    });
  }
}
