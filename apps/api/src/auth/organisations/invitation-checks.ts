import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors/problem';
import { addressUnverified, roleInsufficient } from '../auth.errors';
import { mayAssign } from '../domain/roles';
import type { Caller } from '../guards/caller.decorator';
import type { UserEntity } from '../persistence/user.entity';
import { FindMember } from '../use-cases/find-member';
import { InvitationLimit } from './invitation-limit';
import type { InvitedRole } from './persistence/invitation.repository';
import { OrganisationRepository } from './persistence/organisation.repository';

/** Who may invite; part of the caller's unit of work. */
@Injectable()
export class InvitationChecks {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly findMember: FindMember,
    private readonly limit: InvitationLimit,
  ) {}

  /** Lets nobody else change the members meanwhile. @returns who invites, and the name of the tenant @throws {DomainError} as `Invite` */
  async begin({ tenantId, userId }: Caller, role: InvitedRole): Promise<{ inviter: UserEntity; name: string }> {
    const name = await this.organisations.lock(tenantId);
    if (name === null) throw notFound();
    const { user: inviter, role: actor } = await this.findMember.execute(userId, tenantId);
    if (!mayAssign(actor, role)) throw roleInsufficient();
    if (!inviter.emailVerifiedAt) throw addressUnverified();
    await this.limit.require(tenantId);
    return { inviter, name };
  }
}
