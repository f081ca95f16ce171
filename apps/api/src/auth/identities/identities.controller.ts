import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressUnverified } from '../auth.errors';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { RequiresConfirmation } from '../second-factor/confirmation.guard';
import { FindMember } from '../use-cases/find-member';
import { Authorizations } from './authorizations';
import {
  AuthorizationAddress,
  AuthorizationAnswerBody,
  ConnectedIdentities,
  ConnectedIdentity,
  IdentityProviderBody,
} from './dto/identity.dto';
import type { Identity } from './persistence/identity.repository';
import { ConnectIdentity } from './use-cases/connect-identity';
import { DisconnectIdentity } from './use-cases/disconnect-identity';
import { ListIdentities } from './use-cases/list-identities';

const confirmed = '403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes.';

/** The identities of the caller at Google and GitHub. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth/identities')
@Requires('account')
export class IdentitiesController {
  constructor(
    private readonly findMember: FindMember,
    private readonly authorizations: Authorizations,
    private readonly listIdentities: ListIdentities,
    private readonly connectIdentity: ConnectIdentity,
    private readonly disconnectIdentity: DisconnectIdentity,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The identities with which the caller can sign in' })
  @ApiResponse({ status: 200, type: ConnectedIdentities })
  async list(@CurrentCaller() { userId }: Caller): Promise<ConnectedIdentities> {
    const { identities, hasPassword } = await this.listIdentities.execute(userId);
    return { identities: identities.map(rendered), hasPassword };
  }

  @Post()
  @HttpCode(200)
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Begin to connect an identity: where the browser is to go', description: confirmed })
  @ApiResponse({ status: 200, type: AuthorizationAddress })
  async begin(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() { provider }: IdentityProviderBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorizationAddress> {
    const { user } = await this.findMember.execute(userId, tenantId);
    if (!user.emailVerifiedAt) throw addressUnverified();
    return { url: await this.authorizations.begin(reply, { provider, sessionId }) };
  }

  @Post('complete')
  @RequiresConfirmation()
  @ApiOperation({
    summary: 'Connect the identity with which the provider has sent the browser back',
    description: `${confirmed} It must be the session that has begun it.`,
  })
  @ApiResponse({ status: 201, type: ConnectedIdentity })
  async complete(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Body() { provider, ...answer }: AuthorizationAnswerBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectedIdentity> {
    const { user } = await this.findMember.execute(userId, tenantId);
    const { identity } = await this.authorizations.complete(request, reply, { provider, sessionId }, answer);
    return rendered(await this.connectIdentity.execute(user, sessionId, identity));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresConfirmation()
  @ApiOperation({
    summary: 'Disconnect an identity',
    description: `${confirmed} 409 \`sign-in.last-way\` when the caller could not sign in any more.`,
  })
  async remove(
    @CurrentCaller() { userId, tenantId, sessionId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const { user } = await this.findMember.execute(userId, tenantId);
    await this.disconnectIdentity.execute(user, sessionId, id);
  }
}

function rendered({ id, provider, email, createdAt, lastUsedAt }: Identity): ConnectedIdentity {
  return { id, provider, email, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
