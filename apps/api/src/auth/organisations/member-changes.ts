import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { AuditLog } from '../audit/audit-log';
import { lastOwnerStays, roleInsufficient } from '../auth.errors';
import { may, mayAssign, type Role } from '../domain/roles';
import type { Caller } from '../guards/caller.decorator';
import { SessionCache } from '../tokens/session-cache';
import { EndSessions } from '../use-cases/end-sessions';
import { AccountRepository } from '../persistence/account.repository';
import { MemberMails, type MemberMailKind } from './member-mails';
import { InvitationRepository } from './persistence/invitation.repository';
import { OrganisationRepository } from './persistence/organisation.repository';

/** What changes of members have in common; part of the caller's unit of work. */
@Injectable()
export class MemberChanges {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly mails: MemberMails,
    private readonly endSessions: EndSessions,
    private readonly audit: AuditLog,
    private readonly cache: SessionCache,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Holds the members of the caller's tenant as they are, and reads the roles anew: the caller's may be a moment old.
   * @throws {DomainError} `not-found` for a person who is no member
   */
  async begin({ tenantId, userId: actorId }: Caller, userId: UserId): Promise<{ actor: Role; target: Role }> {
    await this.organisations.lock(tenantId);
    const actor = await this.organisations.roleOf(tenantId, actorId);
    if (!actor) throw roleInsufficient();
    const target = await this.organisations.roleOf(tenantId, userId);
    if (!target) throw notFound();
    return { actor, target };
  }

  /** Mails a member what somebody else changes about them; before it is done, while they are a member. */
  async notify({ tenantId, userId: actorId }: Caller, userId: UserId, kind: MemberMailKind): Promise<void> {
    const organisation = await this.organisations.lock(tenantId);
    const member = await this.accounts.findMember(userId, tenantId);
    if (member && organisation !== null && actorId !== userId) await this.mails.send(member.user, kind, organisation);
  }

  /** As `begin`, for what only owners may do about owners. @throws {DomainError} also `role.insufficient` */
  async beginAbout(caller: Caller, userId: UserId): Promise<{ actor: Role; target: Role }> {
    const roles = await this.begin(caller, userId);
    if (!mayAssign(roles.actor, roles.target)) throw roleInsufficient();
    return roles;
  }

  /** @throws {DomainError} `member.last-owner` */
  async requireOtherOwner(tenantId: TenantId, userId: UserId): Promise<void> {
    if (!(await this.organisations.hasOtherOwner(tenantId, userId))) throw lastOwnerStays();
  }

  /** Gives a member another role, at once in this process. */
  async setRole(tenantId: TenantId, userId: UserId, role: Role): Promise<void> {
    await this.organisations.setRole(tenantId, userId, role);
    if (!may(role, 'manage-members')) await this.invitations.removeSentBy(userId);
    const sessions = await this.organisations.sessionsOf(tenantId, userId);
    this.unitOfWork.afterCommit(() => sessions.forEach((id) => this.cache.forget(id)));
    await this.audit.record({ userId, act: 'member.role-changed', reason: role });
  }

  /** Ends a membership, and the sessions in which the person acts for the tenant. @throws {DomainError} `member.last-owner` */
  async end(tenantId: TenantId, userId: UserId, role: Role, reason: 'left' | 'removed'): Promise<void> {
    if (role === 'owner') await this.requireOtherOwner(tenantId, userId);
    await this.endSessions.execute(await this.organisations.sessionsOf(tenantId, userId), 'membership-ended');
    await this.organisations.remove(tenantId, userId);
    await this.invitations.removeSentBy(userId);
    await this.audit.record({ userId, act: 'member.removed', reason });
  }
}
