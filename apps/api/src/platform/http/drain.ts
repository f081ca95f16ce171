import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/config';
import { Readiness } from '../health/readiness';

/**
 * Lets a process end without a failed request. Asked to end it serves on for DRAIN_SECONDS, says that it is not ready,
 * and asks every client to take another connection; then it takes no more connections and ends what it has begun.
 */
@Injectable()
export class Drain implements OnModuleInit, BeforeApplicationShutdown {
  private ending = false;

  constructor(
    private readonly config: Config,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.register('process', () => (this.ending ? Promise.reject(new Error('ending')) : Promise.resolve()));
  }

  /** Makes a server's answers say `Connection: close` from the moment the process is asked to end. */
  watch(server: FastifyInstance): void {
    server.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.ending) void reply.header('Connection', 'close');
      done();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    await pause(this.config.env.DRAIN_SECONDS * 1000);
  }
}
