import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Idempotency, type IdempotentRequest, requestId } from '../platform/idempotency/idempotency';
import { Idempotent } from '../platform/idempotency/idempotent-request.decorator';
import { created, sendStored, type StoredResponse } from '../platform/idempotency/stored-response';
import { CheckoutId } from '../platform/ids/ids';
import { type Order, orderPlan, orderTopUp } from './domain/order';
import { Checkout, CheckoutBody, TopUpBody } from './dto/billing.dto';
import { OpenAtProvider } from './use-cases/open-at-provider';
import { OpenCheckout } from './use-cases/open-checkout';

/** Opens checkouts. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api')
@Requires('buy')
export class CheckoutController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly openAtProvider: OpenAtProvider,
    private readonly openCheckout: OpenCheckout,
  ) {}

  @Post('subscription/checkout')
  @ApiOperation({ summary: 'Open a checkout for a plan' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: Checkout })
  async plan(
    @CurrentCaller() caller: Caller,
    @Body() { plan }: CheckoutBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendStored(reply, await this.open(caller, orderPlan(plan), request));
  }

  @Post('credits/top-up')
  @ApiOperation({ summary: 'Open a checkout for packs of credits' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: Checkout })
  async topUp(
    @CurrentCaller() caller: Caller,
    @Body() { packs }: TopUpBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendStored(reply, await this.open(caller, orderTopUp(packs), request));
  }

  /** The checkout's id follows from the request, so that a retry finds the provider's checkout of the first attempt. */
  private async open(caller: Caller, order: Order, request: IdempotentRequest): Promise<StoredResponse> {
    const { tenantId } = caller;
    const id = CheckoutId(requestId(tenantId, request));
    const checkout = await this.openAtProvider.execute(tenantId, id, order);
    return this.idempotency.once(
      tenantId,
      request,
      () => this.openCheckout.execute(caller, checkout),
      () => created({ checkoutId: checkout.id, url: checkout.url }),
    );
  }
}
