import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { TenantId } from '../../platform/ids/ids';
import { sitePath } from '../domain/locale';
import { Mails } from '../mails/mails';
import { AccountRepository } from '../persistence/account.repository';
import type { UserEntity } from '../persistence/user.entity';
import { withoutLinks } from './organisation-name';
import { newInvitationToken } from './invitation-token';
import { type Invitation, InvitationRepository, type InvitedRole } from './persistence/invitation.repository';

const day = 86_400_000;
/** For how long an invitation is good. */
const validDays = 7;

/** Who invites whom to what. */
export interface InvitationRequest {
  tenant: { id: TenantId; name: string };
  inviter: UserEntity;
  email: string;
  role: InvitedRole;
}

/** Stores invitations and mails their links; part of the caller's unit of work. */
@Injectable()
export class MailedInvitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly mails: Mails,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The link of an earlier invitation to the address is void. */
  async send({ tenant, inviter, email, role }: InvitationRequest): Promise<Invitation> {
    const token = newInvitationToken(tenant.id);
    const invitedAt = this.clock.now();
    const expiresAt = new Date(invitedAt.getTime() + validDays * day);
    const sent = { email, role, token, invitedBy: inviter.id, invitedAt, expiresAt };
    const invitation = await this.invitations.save(tenant.id, sent);
    // In the language of the reader, where one is known.
    const locale = (await this.accounts.findByEmail(email))?.user.locale ?? inviter.locale;
    const link = `${this.config.env.PUBLIC_URL}${sitePath(locale, '/invitation/')}#token=${token}`;
    const recipient = { email, name: '', locale, createdAt: invitedAt };
    const organisation = withoutLinks(tenant.name);
    await this.mails.send(recipient, 'invitation', { link, organisation, address: inviter.email, day: expiresAt });
    return invitation;
  }
}
