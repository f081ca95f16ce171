import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';

const connectTimeoutMs = 2_000;
const maxPauseMs = 2_000;
const disconnectTimeoutMs = 200;

/**
 * The process's one connection to Redis, or none. Commands fail at once while Redis is away and after 200 ms when it
 * hangs; it reconnects automatically.
 */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  /** The client, or null when no Redis is configured. Prefix every key with `canar:`. */
  readonly client: Redis | null;
  private readonly logger = new Logger(RedisConnection.name);
  private away = false;

  /**
   * @param url `redis://` or `rediss://`, whose certificate must be one that Node.js trusts; undefined for none
   * @param password what AUTH asks for, when the address does not hold it
   * @param commandTimeoutMs how long a command may take
   */
  constructor(
    url: string | undefined,
    password?: string,
    private readonly commandTimeoutMs = 200,
  ) {
    this.client = url === undefined ? null : this.connect(url, password);
  }

  /**
   * Asks Redis for a sign of life; resolves too when none is configured.
   * @throws {Error} when it does not answer
   */
  async reachable(): Promise<void> {
    await this.client?.ping();
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }

  private connect(url: string, password: string | undefined): Redis {
    const client = new Redis(url, {
      ...(password === undefined ? {} : { password }),
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 1,
      commandTimeout: this.commandTimeoutMs,
      connectTimeout: connectTimeoutMs,
      disconnectTimeout: disconnectTimeoutMs, // a Redis that is away does not hold up the end of the process
      retryStrategy: (attempt) => Math.min(attempt * 100, maxPauseMs),
      // After a failover the old primary answers reads only: look for the new one.
      reconnectOnError: (error) => error.message.startsWith('READONLY'),
    });
    client.on('error', (error: Error) => this.noteAway(error));
    client.on('ready', () => this.noteBack());
    return client;
  }

  private noteAway(error: Error): void {
    if (!this.away) this.logger.warn(`Redis is unavailable; continuing without it: ${error.message}`);
    this.away = true;
  }

  private noteBack(): void {
    if (this.away) this.logger.log('Redis is available again.');
    this.away = false;
  }
}
