import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, PossibleCaller, SignInOptional } from '../auth';
import { Config } from '../platform/config/config';
import { notFound } from '../platform/errors/problem';
import { Accepts } from '../platform/http/input/accepts.decorator';
import { pagePolicyOf } from '../platform/http/security-headers';
import { CheckoutId } from '../platform/ids/ids';
import { PageKey } from './dto/page-key.dto';
import { SandboxResult } from './dto/sandbox.dto';
import { returnAddress } from './payments/return-address';
import type { SignedEvent } from './payments/payment-provider';
import { sandboxPage } from './payments/sandbox-page';
import { type SandboxDispute, type SandboxOutcome, SandboxProvider } from './payments/sandbox-provider';
import type { FoundOrder } from './persistence/order.repository';
import { FindOrder } from './use-cases/find-order';
import { IngestPaymentEvent } from './use-cases/ingest-payment-event';

const outcomes = new Map<string, SandboxOutcome>([
  ['pay', 'paid'],
  ['pay-once', 'paid'],
  ['decline', 'declined'],
  ['abandon', 'abandoned'],
]);

const disputes = new Map<string, SandboxDispute>([
  ['dispute', 'disputed'],
  ['win', 'won'],
  ['lose', 'lost'],
]);

/** What its customer can do with a mandate that was given. */
const mandateActs: readonly string[] = ['revoke', 'refuse', 'accept'];

/** Who asks for which checkout: by its secret, or as its buyer. */
interface Visit {
  id: CheckoutId;
  secret: string | undefined;
  caller: Caller | null;
}

/** The sandbox's own checkout page. It exists only where the sandbox collects. */
@ApiTags('sandbox')
@ApiBearerAuth()
@Controller('api/billing/sandbox/checkouts')
@SignInOptional()
export class SandboxController {
  constructor(
    private readonly sandbox: SandboxProvider,
    private readonly findOrder: FindOrder,
    private readonly ingestPaymentEvent: IngestPaymentEvent,
    private readonly config: Config,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'The payment page of a checkout' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200 })
  async page(
    @Param('id') id: CheckoutId,
    @Query() { secret }: PageKey,
    @PossibleCaller() caller: Caller | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const checkout = await this.enter({ id, secret, caller });
    const publicUrl = this.config.env.PUBLIC_URL;
    const mandate = await this.sandbox.mandateOf(id);
    const page = sandboxPage({ ...checkout, mandate, publicUrl, secret: this.sandbox.pageSecret(id) });
    await reply.header('Content-Security-Policy', pagePolicyOf(page)).type('text/html; charset=utf-8').send(page);
  }

  @Post(':id/:act')
  @Accepts('form')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Pay, decline or abandon a checkout, dispute its payment and win or lose, or end its mandate; can be repeated',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiParam({ name: 'act', enum: [...outcomes.keys(), ...disputes.keys(), ...mandateActs] })
  @ApiResponse({ status: 200, type: SandboxResult })
  @ApiResponse({ status: 303, description: 'For a browser: redirect to the site.' })
  async act(
    @Param() { id, act }: { id: CheckoutId; act: string },
    @Query() query: PageKey,
    @Body() body: PageKey,
    @PossibleCaller() caller: Caller | null,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const outcome = outcomes.get(act);
    if (!outcome && !disputes.has(act) && !mandateActs.includes(act)) throw notFound();
    const order = await this.enter({ id, secret: body.secret ?? query.secret, caller });
    if (!outcome && order.status !== 'paid') throw notFound();
    const event = await this.play(act, order);
    const settled = event && (await this.ingestPaymentEvent.execute(this.sandbox.name, event));
    const status = settled === 'paid' || !outcome ? 'paid' : outcome;
    if (accept?.includes('text/html')) {
      await reply.redirect(returnAddress(this.config.env.PUBLIC_URL, id, status), 303);
    } else {
      await reply.status(200).send({ status } satisfies SandboxResult);
    }
  }

  /** @returns what is reported of it; null when nothing is */
  private async play(act: string, { id, price, status }: FoundOrder): Promise<SignedEvent | null> {
    const asked = outcomes.get(act) ?? disputes.get(act);
    if (act === 'pay-once' && status !== 'paid') await this.sandbox.end(id);
    if (asked) return this.sandbox.act(id, price, asked, { consents: act === 'pay' });
    if (act === 'revoke') return this.sandbox.revoke(id);
    await this.sandbox.setRefuses(id, act === 'refuse');
    return null;
  }

  private async enter({ id, secret, caller }: Visit): Promise<FoundOrder> {
    const checkout = await this.findOrder.execute(this.sandbox.name, { checkoutId: id });
    const isBuyer = caller?.userId === checkout.buyerId && caller.tenantId === checkout.tenantId;
    if (!isBuyer && !(secret !== undefined && this.sandbox.opensPage(id, secret))) throw notFound();
    if (checkout.isClosed && checkout.status !== 'paid') throw notFound();
    return checkout;
  }
}
