import { InvitationChecks } from './invitation-checks';
import { InvitationLimit } from './invitation-limit';
import { InvitationsController } from './invitations.controller';
import { MailedInvitations } from './mailed-invitations';
import { MemberChanges } from './member-changes';
import { MemberMails } from './member-mails';
import { MembersController } from './members.controller';
import { NewMembers } from './new-members';
import { InvitationRepository } from './persistence/invitation.repository';
import { OrganisationRepository } from './persistence/organisation.repository';
import { ReceivedInvitationController } from './received-invitation.controller';
import { TenantsController } from './tenants.controller';
import { AcceptInvitation } from './use-cases/accept-invitation';
import { ChangeRole } from './use-cases/change-role';
import { CreateOrganisation } from './use-cases/create-organisation';
import { DescribeInvitation } from './use-cases/describe-invitation';
import { Invite } from './use-cases/invite';
import { InviteMany } from './use-cases/invite-many';
import { LeaveTenant } from './use-cases/leave-tenant';
import { ListInvitations } from './use-cases/list-invitations';
import { ListMembers } from './use-cases/list-members';
import { ListMemberships } from './use-cases/list-memberships';
import { RemoveMember } from './use-cases/remove-member';
import { ResendInvitation } from './use-cases/resend-invitation';
import { RevokeInvitation } from './use-cases/revoke-invitation';
import { SwitchTenant } from './use-cases/switch-tenant';

/** The routes of organisations. */
export const organisationControllers = [
  TenantsController,
  MembersController,
  InvitationsController,
  ReceivedInvitationController,
];

/** What they need. */
export const organisationProviders = [
  OrganisationRepository,
  MemberChanges,
  MemberMails,
  ListMemberships,
  ListMembers,
  CreateOrganisation,
  SwitchTenant,
  ChangeRole,
  RemoveMember,
  LeaveTenant,
  InvitationRepository,
  InvitationChecks,
  InvitationLimit,
  MailedInvitations,
  NewMembers,
  Invite,
  InviteMany,
  ListInvitations,
  ResendInvitation,
  RevokeInvitation,
  DescribeInvitation,
  AcceptInvitation,
];
