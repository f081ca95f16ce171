import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Idempotency, type IdempotentRequest, requestId } from '../platform/idempotency/idempotency';
import { Idempotent } from '../platform/idempotency/idempotent-request.decorator';
import { created, sendStored, type StoredResponse } from '../platform/idempotency/stored-response';
import { type Order, orderPlan, orderTopUp } from './domain/order';
import { Checkout, CheckoutBody, TopUpBody } from './dto/billing.dto';
import { NoteCheckout } from './use-cases/note-checkout';
import { OpenCheckout } from './use-cases/open-checkout';
import { type Buyer, PlaceOrder } from './use-cases/place-order';

/** Opens checkouts. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api')
@Requires('buy')
export class CheckoutController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly placeOrder: PlaceOrder,
    private readonly openCheckout: OpenCheckout,
    private readonly noteCheckout: NoteCheckout,
  ) {}

  @Post('subscription/checkout')
  @ApiOperation({ summary: 'Open a checkout for a plan' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: Checkout })
  async plan(
    @CurrentCaller() caller: Caller,
    @Body() { plan, provider, autoRenew }: CheckoutBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendStored(reply, await this.open({ ...caller, provider, autoRenew }, orderPlan(plan), request));
  }

  @Post('credits/top-up')
  @ApiOperation({ summary: 'Open a checkout for packs of credits' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 201, type: Checkout })
  async topUp(
    @CurrentCaller() caller: Caller,
    @Body() { packs, provider }: TopUpBody,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendStored(reply, await this.open({ ...caller, provider }, orderTopUp(packs), request));
  }

  /**
   * Replay, permission, row, provider: a retry is answered without the provider, what is refused leaves no page behind, and a
   * page that can be paid always has its order.
   */
  private async open(buyer: Buyer, order: Order, request: IdempotentRequest): Promise<StoredResponse> {
    const { tenantId } = buyer;
    const before = await this.idempotency.stored(buyer, request);
    if (before) return before;
    const placed = await this.placeOrder.execute(buyer, requestId(buyer, request), order);
    const checkout = await this.openCheckout.execute(tenantId, placed, order);
    const { id } = placed;
    return this.idempotency.once(
      buyer,
      request,
      () => this.noteCheckout.execute(tenantId, id, checkout),
      () => created({ checkoutId: id, url: checkout.url }),
    );
  }
}
