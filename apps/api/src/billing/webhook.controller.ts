import { Controller, HttpCode, Param, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/errors/domain-error';
import { Accepts } from '../platform/http/input/accepts.decorator';
import { Public } from '../platform/http/public.decorator';
import { Metrics } from '../platform/observability/metrics';
import { IngestPaymentEvent } from './use-cases/ingest-payment-event';

/** Receives the events of payment providers. */
@ApiTags('billing')
@Controller('api/billing/webhooks')
@Public()
export class WebhookController {
  constructor(
    private readonly ingestPaymentEvent: IngestPaymentEvent,
    private readonly metrics: Metrics,
  ) {}

  @Post(':provider')
  @Accepts('raw')
  @HttpCode(204)
  @ApiOperation({ summary: 'Receive a signed event of a payment provider' })
  @ApiResponse({ status: 204, description: 'Processed or stored, now or before.' })
  async event(@Param('provider') provider: string, @Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    const signed = { rawBody: request.rawBody ?? Buffer.alloc(0), headers: request.headers };
    try {
      await this.ingestPaymentEvent.execute(provider, signed);
    } catch (error) {
      this.metrics.count(error instanceof DomainError ? 'WebhookRefusals' : 'WebhookFailures');
      throw error;
    }
  }
}
