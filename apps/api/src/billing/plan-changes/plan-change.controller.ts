import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../../auth';
import { Idempotency, type IdempotentRequest, requestId } from '../../platform/idempotency/idempotency';
import { Idempotent } from '../../platform/idempotency/idempotent-request.decorator';
import { created, ok, sendStored, type StoredResponse } from '../../platform/idempotency/stored-response';
import { isDearer } from '../domain/upgrade';
import { CheckoutBody, PlanChange, PlanUpgrade } from '../dto/billing.dto';
import { ChangePlan } from './use-cases/change-plan';
import { NoteCheckout } from '../use-cases/note-checkout';
import { OpenCheckout } from '../use-cases/open-checkout';
import { PlaceUpgrade } from './use-cases/place-upgrade';
import { ReadSubscription } from '../use-cases/read-subscription';

/** Changes the plan: to a dearer one at once, to a cheaper one at the end of the paid time. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api/subscription')
@Requires('buy')
export class PlanChangeController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly readSubscription: ReadSubscription,
    private readonly placeUpgrade: PlaceUpgrade,
    private readonly openCheckout: OpenCheckout,
    private readonly noteCheckout: NoteCheckout,
    private readonly changePlan: ChangePlan,
  ) {}

  @Post('change')
  @ApiOperation({
    summary: 'Change the plan',
    description: 'A dearer plan begins when its checkout is paid, reduced by the unused time; another one at the end.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: PlanUpgrade })
  @ApiResponse({ status: 200, type: PlanChange })
  async change(
    @CurrentCaller() caller: Caller,
    @Body() body: CheckoutBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const before = await this.idempotency.stored(caller, request);
    await sendStored(reply, before ?? (await this.changeTo(body, caller, request)));
  }

  private async changeTo(body: CheckoutBody, caller: Caller, request: IdempotentRequest): Promise<StoredResponse> {
    const { tenantId } = caller;
    const { plan } = body;
    const current = await this.readSubscription.execute(tenantId);
    if (current.plan && isDearer(plan, current.plan)) return this.upgrade(body, caller, request);
    return this.idempotency.once(
      caller,
      request,
      () => this.changePlan.execute(tenantId, plan),
      (at) => ok({ effectiveAt: at.toISOString() } satisfies PlanChange),
    );
  }

  /** Replay, permission, row, provider, as every checkout. */
  private async upgrade(
    { plan, provider, autoRenew }: CheckoutBody,
    caller: Caller,
    request: IdempotentRequest,
  ): Promise<StoredResponse> {
    const { tenantId } = caller;
    const placed = await this.placeUpgrade.execute(
      { ...caller, provider, autoRenew },
      requestId(caller, request),
      plan,
    );
    const checkout = await this.openCheckout.execute(tenantId, placed, placed.order);
    const { id, order } = placed;
    return this.idempotency.once(
      caller,
      request,
      () => this.noteCheckout.execute(tenantId, id, checkout),
      () => created({ checkoutId: id, url: checkout.url, amount: order.price } satisfies PlanUpgrade),
    );
  }
}
