import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import { mailedLinkInvalid } from '../auth.errors';
import type { Role } from '../domain/roles';
import type { Caller } from '../guards/caller.decorator';
import { type Invitation, InvitationRepository } from './persistence/invitation.repository';
import { OrganisationRepository } from './persistence/organisation.repository';

/** Makes members of those who were invited; part of the caller's unit of work. */
@Injectable()
export class NewMembers {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly invitations: InvitationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Lets nobody else change the members meanwhile. @throws {DomainError} `mailed-link.invalid`, also for a closed tenant */
  async begin(tenantId: TenantId, token: string): Promise<{ invitation: Invitation; name: string }> {
    const name = await this.organisations.lock(tenantId);
    const invitation = await this.invitations.findByToken(token, this.clock.now());
    if (!invitation || name === null) throw mailedLinkInvalid();
    return { invitation, name };
  }

  /** Uses the invitation up. @returns the role, which a member keeps */
  async join(tenantId: TenantId, { id, role }: Invitation, { userId, sessionId }: Caller): Promise<Role> {
    await this.invitations.remove(id);
    const present = await this.organisations.roleOf(tenantId, userId);
    if (present) return present;
    await this.organisations.addMember({ tenantId, userId, role, createdAt: this.clock.now() });
    await this.audit.record({ userId, sessionId, act: 'member.joined', reason: role });
    return role;
  }
}
