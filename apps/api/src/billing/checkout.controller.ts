import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import type { IdempotentRequest } from '../platform/idempotency/idempotency';
import { Idempotent, sendReply } from '../platform/idempotency/idempotent-request';
import { Checkout, CheckoutBody, TopUpBody } from './dto/billing.dto';
import { OpenCheckout } from './use-cases/open-checkout';
import { OpenTopUp } from './use-cases/open-top-up';

/** Buying. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api')
@Requires('buy')
export class CheckoutController {
  constructor(
    private readonly openCheckout: OpenCheckout,
    private readonly openTopUp: OpenTopUp,
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
    await sendReply(reply, await this.openCheckout.run(caller, plan, request));
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
    await sendReply(reply, await this.openTopUp.run(caller, packs, request));
  }
}
