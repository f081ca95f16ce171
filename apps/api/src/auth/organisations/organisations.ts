import { MemberChanges } from './member-changes';
import { MembersController } from './members.controller';
import { OrganisationRepository } from './persistence/organisation.repository';
import { TenantsController } from './tenants.controller';
import { ChangeRole } from './use-cases/change-role';
import { CreateOrganisation } from './use-cases/create-organisation';
import { LeaveTenant } from './use-cases/leave-tenant';
import { ListMembers } from './use-cases/list-members';
import { ListMemberships } from './use-cases/list-memberships';
import { RemoveMember } from './use-cases/remove-member';
import { SwitchTenant } from './use-cases/switch-tenant';

/** The routes of organisations. */
export const organisationControllers = [TenantsController, MembersController];

/** What they need. */
export const organisationProviders = [
  OrganisationRepository,
  MemberChanges,
  ListMemberships,
  ListMembers,
  CreateOrganisation,
  SwitchTenant,
  ChangeRole,
  RemoveMember,
  LeaveTenant,
];
