import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, OperatorRoute } from '../auth';
import { Idempotency, type IdempotentRequest, requestId } from '../platform/idempotency/idempotency';
import { Idempotent } from '../platform/idempotency/idempotent-request.decorator';
import { created, sendStored } from '../platform/idempotency/stored-response';
import { TenantId } from '../platform/ids/ids';
import { Credits } from './dto/credits.dto';
import { toCredits } from './dto/credits-presenter';
import {
  OperatorGrantBody,
  OperatorGranted,
  OperatorGrantList,
  OperatorTakeBackBody,
  OperatorTakenBack,
} from './dto/operator-grant.dto';
import { GrantAsOperator } from './use-cases/grant-as-operator';
import { ListOperatorGrants } from './use-cases/list-operator-grants';
import { ReadBalance } from './use-cases/read-balance';
import { TakeBackAsOperator } from './use-cases/take-back-as-operator';

/** Credits of any tenant, for operators. Everybody else gets 404. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator')
export class OperatorCreditsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly grantAsOperator: GrantAsOperator,
    private readonly takeBackAsOperator: TakeBackAsOperator,
    private readonly listGrants: ListOperatorGrants,
    private readonly readBalance: ReadBalance,
  ) {}

  @Get('tenants/:id/credits')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'What a tenant can spend; nothing for one that is unknown' })
  @ApiResponse({ status: 200, type: Credits })
  async credits(@Param('id', ParseUUIDPipe) id: TenantId): Promise<Credits> {
    return toCredits(await this.readBalance.execute(id));
  }

  @Get('tenants/:id/grants')
  @OperatorRoute('read')
  @ApiOperation({ summary: 'What operators have granted to a tenant, with what is left of it' })
  @ApiResponse({ status: 200, type: OperatorGrantList })
  async grants(@Param('id', ParseUUIDPipe) id: TenantId): Promise<OperatorGrantList> {
    const grants = await this.listGrants.execute(id);
    return {
      grants: grants.map(({ source: _, grantedAt, ...each }) => ({ ...each, grantedAt: grantedAt.toISOString() })),
    };
  }

  @Post('tenants/:id/take-backs')
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Take back what is left of credits that an operator granted' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: OperatorTakenBack })
  async takeBack(
    @CurrentCaller() { userId: operatorId }: Caller,
    @Param('id', ParseUUIDPipe) tenantId: TenantId,
    @Body() { reference: grantedFor, credits, reason }: OperatorTakeBackBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const keys = { tenantId, userId: operatorId };
    const reference = requestId(keys, request);
    const response = await this.idempotency.once(
      keys,
      request,
      () => this.takeBackAsOperator.execute({ operatorId, tenantId, grantedFor, reference, credits, reason }),
      (taken) => created({ credits: taken } satisfies OperatorTakenBack),
    );
    await sendStored(reply, response);
  }

  @Post('grants')
  @OperatorRoute('write')
  @ApiOperation({ summary: 'Grant credits to a tenant' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: OperatorGranted })
  async grant(
    @CurrentCaller() { userId: operatorId }: Caller,
    @Body() { tenantId: id, credits, days, reason }: OperatorGrantBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tenantId = TenantId(id);
    const keys = { tenantId, userId: operatorId };
    const reference = requestId(keys, request);
    const response = await this.idempotency.once(
      keys,
      request,
      () => this.grantAsOperator.execute({ operatorId, tenantId, reference, credits, days, reason }),
      (expiresAt) => created({ reference, credits, expiresAt: expiresAt.toISOString() }),
    );
    await sendStored(reply, response);
  }
}
