import { Controller, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock';
import { DomainError } from '../errors/domain-error';
import { Accepts } from '../http/input/accepts.decorator';
import { Public } from '../http/public.decorator';
import { Metrics } from '../observability/metrics';
import { suppressionOf } from './delivery-event';
import { SnsMessages } from './sns-message';
import { SuppressedAddresses } from './suppressed-addresses';

/** Where Amazon SES tells, by Amazon SNS, which mail came back and who complained. It exists only where SES carries the mail. */
@ApiExcludeController()
@Controller('api/mail/events')
@Public()
export class MailEventsController {
  constructor(
    private readonly messages: SnsMessages,
    private readonly suppressed: SuppressedAddresses,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  @Post()
  @Accepts('raw', 'text')
  @HttpCode(204)
  async event(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    try {
      await this.takeIn((request.rawBody ?? Buffer.alloc(0)).toString('utf8'));
    } catch (error) {
      this.metrics.count(error instanceof DomainError ? 'WebhookRefusals' : 'WebhookFailures');
      throw error;
    }
  }

  private async takeIn(body: string): Promise<void> {
    const message = await this.messages.open(body, this.clock.now());
    if (message.Type === 'SubscriptionConfirmation') return this.messages.confirm(message);
    if (message.Type !== 'Notification') return;
    const suppression = suppressionOf(message.Message);
    if (suppression) await this.suppressed.suppress(suppression.addresses, suppression.reason);
  }
}
