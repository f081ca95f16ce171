import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TenantId } from '../../platform/ids/ids';
import { SignedIn } from '../dto/auth.dto';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { SessionPresenter } from '../session-presenter';
import { OrganisationBody, Tenant, Tenants } from './dto/organisation.dto';
import type { Membership } from './persistence/organisation.repository';
import { CreateOrganisation } from './use-cases/create-organisation';
import { LeaveTenant } from './use-cases/leave-tenant';
import { ListMemberships } from './use-cases/list-memberships';
import { SwitchTenant } from './use-cases/switch-tenant';

/** The tenants for which the caller may act. */
@ApiTags('organisations')
@ApiBearerAuth()
@Controller('api/tenants')
@Requires('account')
export class TenantsController {
  constructor(
    private readonly listMemberships: ListMemberships,
    private readonly createOrganisation: CreateOrganisation,
    private readonly switchTenant: SwitchTenant,
    private readonly leaveTenant: LeaveTenant,
    private readonly presenter: SessionPresenter,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The tenants of the caller' })
  @ApiResponse({ status: 200, type: Tenants })
  async list(@CurrentCaller() { userId, tenantId }: Caller): Promise<Tenants> {
    const memberships = await this.listMemberships.execute(userId);
    return { tenants: memberships.map((membership) => rendered(membership, tenantId)) };
  }

  @Post()
  @ApiOperation({ summary: 'Create an organisation, which the caller owns' })
  @ApiResponse({ status: 201, type: Tenant })
  async create(@CurrentCaller() caller: Caller, @Body() { name }: OrganisationBody): Promise<Tenant> {
    return rendered(await this.createOrganisation.execute(caller, name), caller.tenantId);
  }

  @Post(':id/switch')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Act for another tenant in this session',
    description: 'Access tokens for the former tenant are good no longer; the cookie stays.',
  })
  @ApiResponse({ status: 200, type: SignedIn })
  async switch(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: TenantId): Promise<SignedIn> {
    return this.presenter.switched(await this.switchTenant.execute(caller, id));
  }

  @Post(':id/leave')
  @HttpCode(204)
  @ApiOperation({ summary: 'Leave an organisation; sessions that act for it end' })
  async leave(@CurrentCaller() { userId }: Caller, @Param('id', ParseUUIDPipe) id: TenantId): Promise<void> {
    await this.leaveTenant.execute(userId, id);
  }
}

function rendered({ tenantId, name, role }: Membership, current: TenantId): Tenant {
  return { id: tenantId, name, role, current: tenantId === current };
}
