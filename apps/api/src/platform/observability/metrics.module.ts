import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { EmbeddedMetrics } from './embedded-metrics';
import { Metrics, NoMetrics } from './metrics';
import { SecurityEvents } from './security-events';

/** Provides metrics (lines of the log where `METRICS=emf`, else nothing) and the security event log. */
@Global()
@Module({
  providers: [
    SecurityEvents,
    {
      provide: Metrics,
      inject: [Config, Clock],
      useFactory: ({ env }: Config, clock: Clock): Metrics => {
        if (env.METRICS === 'off') return new NoMetrics();
        const write = (line: string) => void process.stdout.write(line);
        return new EmbeddedMetrics({ service: env.METRICS_SERVICE, clock, write });
      },
    },
  ],
  exports: [Metrics, SecurityEvents],
})
export class MetricsModule {}
