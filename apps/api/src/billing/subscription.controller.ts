import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Public } from '../platform/http/public.decorator';
import { PlanList, Subscription } from './dto/billing.dto';
import { SwitchRenewal } from './renewals/use-cases/switch-renewal';
import { CancelSubscription } from './use-cases/cancel-subscription';
import { ListPlans } from './use-cases/list-plans';
import { type OfferingView, ReadSubscription } from './use-cases/read-subscription';
import { ResumeSubscription } from './use-cases/resume-subscription';

/** What is on sale, and where the tenant's subscription stands. */
@ApiTags('billing')
@Controller('api/subscription')
@Requires('read')
export class SubscriptionController {
  constructor(
    private readonly listPlans: ListPlans,
    private readonly readSubscription: ReadSubscription,
    private readonly cancelSubscription: CancelSubscription,
    private readonly resumeSubscription: ResumeSubscription,
    private readonly switchRenewal: SwitchRenewal,
  ) {}

  @Get('plans')
  @Public()
  @ApiOperation({ summary: 'The plans and packs on sale' })
  @ApiResponse({ status: 200, type: PlanList })
  plans(): PlanList {
    return this.listPlans.execute();
  }

  @Get()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'The current subscription' })
  @ApiResponse({ status: 200, type: Subscription })
  async subscription(@CurrentCaller() { tenantId }: Caller): Promise<Subscription> {
    return toSubscription(await this.readSubscription.execute(tenantId));
  }

  @Post('cancel')
  @HttpCode(200)
  @Requires('buy')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Cancel the subscription at the end of its paid period' })
  @ApiResponse({ status: 200, type: Subscription })
  async cancel(@CurrentCaller() { tenantId }: Caller): Promise<Subscription> {
    await this.cancelSubscription.execute(tenantId);
    return toSubscription(await this.readSubscription.execute(tenantId));
  }

  @Post('resume')
  @HttpCode(200)
  @Requires('buy')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Resume a cancelled subscription' })
  @ApiResponse({ status: 200, type: Subscription })
  async resume(@CurrentCaller() { tenantId }: Caller): Promise<Subscription> {
    await this.resumeSubscription.execute(tenantId);
    return toSubscription(await this.readSubscription.execute(tenantId));
  }

  @Put('auto-renew')
  @Requires('buy')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Renew automatically',
    description: 'It needs the consent to debits that a checkout with autoRenew asks for.',
  })
  @ApiResponse({ status: 200, type: Subscription })
  async renewAutomatically(@CurrentCaller() { tenantId }: Caller): Promise<Subscription> {
    await this.switchRenewal.execute(tenantId, true);
    return toSubscription(await this.readSubscription.execute(tenantId));
  }

  @Delete('auto-renew')
  @Requires('buy')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Do not renew automatically',
    description: 'A debit that was announced is called back; one that is captured all the same is refunded.',
  })
  @ApiResponse({ status: 200, type: Subscription })
  async endRenewal(@CurrentCaller() { tenantId }: Caller): Promise<Subscription> {
    await this.switchRenewal.execute(tenantId, false);
    return toSubscription(await this.readSubscription.execute(tenantId));
  }
}

function toSubscription(view: OfferingView): Subscription {
  const { periodStart, periodEnd, suspendedSince, next, autoRenew, ...standing } = view;
  return {
    ...standing,
    autoRenew: autoRenew && { ...autoRenew, debitAt: autoRenew.debitAt?.toISOString() ?? null },
    periodStart: periodStart?.toISOString() ?? null,
    periodEnd: periodEnd?.toISOString() ?? null,
    suspendedSince: suspendedSince?.toISOString() ?? null,
    next: next && { plan: next.plan, periodStart: next.start.toISOString(), periodEnd: next.end.toISOString() },
  };
}
