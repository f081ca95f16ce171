import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client, escapeIdentifier } from 'pg';
import { Config } from '../config/config';
import { connectionTo, directDatabaseOf } from './connection';
import { UnitOfWork } from './unit-of-work';

const minPauseMs = 100;
const maxPauseMs = 5_000;

interface Listener {
  channel: string;
  heard: (payload: string) => void;
  lost: () => void;
}

/** Notifies all processes of changes and listens for theirs, with NOTIFY on its own connection. */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  /** How often the connection is asked for a sign of life. */
  protected readonly beatMs: number = 5_000;
  /** How long a sign of life and connecting may take. */
  protected readonly patienceMs: number = 5_000;

  private readonly logger = new Logger(Notifications.name);
  private readonly listeners: Listener[] = [];
  private client: Client | undefined;
  private pause = minPauseMs;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Whether this process receives every notification now. */
  get live(): boolean {
    return this.client !== undefined;
  }

  /**
   * Registers what to do with a channel's messages; call it before the application starts.
   * @param lost called when messages may have been missed
   */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): void {
    this.listeners.push({ channel, heard, lost });
  }

  /** Tells every process when the current unit of work has committed; this one at that moment, before its answer goes out. */
  send(channel: string, payload: string): void {
    this.unitOfWork.post('SELECT pg_notify($1, $2)', [channel, payload]);
    this.unitOfWork.afterCommit(() => this.hear(channel, payload));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    clearTimeout(this.beat);
    await this.client?.end();
  }

  private hear(channel: string, payload: string): void {
    for (const listener of this.listeners) if (listener.channel === channel) listener.heard(payload);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      ...(await connectionTo(directDatabaseOf(this.config.env))),
      application_name: 'canar-notifications',
      keepAlive: true,
      connectionTimeoutMillis: this.patienceMs,
    });
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    try {
      await client.connect();
      for (const { channel } of this.listeners) await client.query(`LISTEN ${escapeIdentifier(channel)}`);
      // Earlier notifications were missed.
      for (const { lost } of this.listeners) lost();
      this.client = client;
      this.pause = minPauseMs;
      this.askLater(client);
    } catch (error) {
      this.logger.warn(`The LISTEN connection failed and will be retried: ${(error as Error).message}`);
      client.removeAllListeners('end');
      await client.end().catch(() => undefined);
      this.connectLater();
    }
  }

  private askLater(client: Client): void {
    this.beat = setTimeout(() => void this.ask(client), this.beatMs).unref();
  }

  /** A network that fails may say nothing: who gets no answer in time has lost the connection. */
  private async ask(client: Client): Promise<void> {
    const silent = setTimeout(() => this.drop(client), this.patienceMs).unref();
    try {
      await client.query('SELECT 1');
      if (this.client === client) this.askLater(client);
    } catch {
      this.drop(client);
    } finally {
      clearTimeout(silent);
    }
  }

  private drop(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearTimeout(this.beat);
    for (const { lost } of this.listeners) lost();
    void client.end().catch(() => undefined);
    this.connectLater();
  }

  private connectLater(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => void this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, maxPauseMs);
  }
}
