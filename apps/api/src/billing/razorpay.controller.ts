import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config';
import { notFound } from '../platform/errors/problem';
import { AcceptsFromOtherSites } from '../platform/http/input/accepts.decorator';
import { Public } from '../platform/http/public.decorator';
import { pagePolicyOf } from '../platform/http/security-headers';
import { CheckoutId } from '../platform/ids/ids';
import { PageKey } from './dto/page-key.dto';
import { razorpayPage } from './payments/razorpay-page';
import { consentPage, consentPolicyOf } from './payments/razorpay-consent-page';
import { RazorpayProvider } from './payments/razorpay-provider';
import { returnAddress } from './payments/return-address';
import { MandateRepository } from './renewals/mandate.repository';
import { FindOrder } from './use-cases/find-order';

/** The way of a buyer to Razorpay's hosted checkout and back. What was paid is reported by events only. */
@ApiTags('billing')
@Controller('api/billing/razorpay/checkouts')
@Public()
export class RazorpayController {
  constructor(
    private readonly razorpay: RazorpayProvider,
    private readonly findOrder: FindOrder,
    private readonly mandates: MandateRepository,
    private readonly config: Config,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'The page that leads to the hosted checkout of Razorpay' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200 })
  async page(@Param('id') id: CheckoutId, @Query() { secret }: PageKey, @Res() reply: FastifyReply): Promise<void> {
    if (secret === undefined || !this.razorpay.opensPage(id, secret)) throw notFound();
    const order = await this.findOrder.execute(this.razorpay.name, { checkoutId: id });
    if (order.providerReference === null || (order.isClosed && order.status !== 'paid')) throw notFound();
    if (order.status === 'paid') {
      await reply.redirect(returnAddress(this.config.env.PUBLIC_URL, id, 'paid'), 303);
      return;
    }
    const { PUBLIC_URL: publicUrl, SELLER_NAME: seller = 'Canar' } = this.config.env;
    const { keyId, hostedCheckout: action } = this.razorpay;
    const content = { ...order, orderId: order.providerReference, keyId, action, seller, publicUrl };
    const consent = await this.mandates.termsOf(order.tenantId, id);
    const page = consent ? consentPage(content, consent) : razorpayPage(content);
    const policy = consent ? consentPolicyOf(action) : pagePolicyOf(page, `'self' ${new URL(action).origin}`);
    await reply.header('Content-Security-Policy', policy).type('text/html; charset=utf-8').send(page);
  }

  @Post(':id/returned')
  @AcceptsFromOtherSites('form', 'raw')
  @HttpCode(303)
  @ApiOperation({ summary: 'Send the buyer, who comes from Razorpay, back to the site; it changes nothing' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiResponse({ status: 303, description: 'Redirect to the site.' })
  async returned(@Param('id') id: CheckoutId, @Res() reply: FastifyReply): Promise<void> {
    await this.findOrder.execute(this.razorpay.name, { checkoutId: id });
    await reply.redirect(returnAddress(this.config.env.PUBLIC_URL, id), 303);
  }
}
