import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Public } from '../http/public.decorator';
import { Readiness } from './readiness';
import { HealthStatus, ReadinessStatus } from './health.dto';

/** Says whether the process runs and whether what it stands on can be reached. */
@ApiTags('health')
@Controller('api')
@Public()
export class HealthController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly readiness: Readiness,
  ) {}

  @Get('auth/health')
  @ApiOperation({ summary: 'The health check of load balancers' })
  @ApiResponse({ status: 200, type: HealthStatus })
  health(): HealthStatus {
    const { AUTH_STRATEGY: strategy, NODE_ENV: environment } = this.config.env;
    return { success: true, strategy, environment, timestamp: this.clock.now().toISOString() };
  }

  @Get('health/live')
  @HttpCode(204)
  @ApiOperation({ summary: 'Whether the process is up' })
  live(): void {}

  @Get('health/ready')
  @ApiOperation({ summary: 'Whether database, cache and storage can be reached' })
  @ApiResponse({ status: 200, type: ReadinessStatus })
  @ApiResponse({ status: 503, type: ReadinessStatus })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessStatus> {
    const answer = await this.readiness.check();
    void reply.status(answer.ready ? 200 : 503);
    return answer;
  }
}
