import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiProcess } from './api-process';
import { ProductDatabase } from './database';
import { freePort } from '@canar/test-programs';

/** The product as it runs: a database and files of its own, and any number of API processes over them. */
export class Product {
  private readonly started = new Set<ApiProcess>();

  private constructor(
    readonly database: ProductDatabase,
    private readonly files: string,
    private readonly variables: Record<string, string>,
  ) {}

  /** Prepares everything but the processes. @param variables what differs from the usual environment */
  static async prepare(variables: Record<string, string> = {}): Promise<Product> {
    const files = await mkdtemp(join(tmpdir(), 'canar-e2e-'));
    const database = await ProductDatabase.create();
    return new Product(database, files, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      DATABASE_URL: database.appUrl,
      STORAGE_DIR: files,
      JWT_SECRET: randomBytes(32).toString('hex'),
      SANDBOX_SECRET: randomBytes(32).toString('hex'),
      RATE_LIMITS: 'relaxed',
      ...variables,
    });
  }

  /** Starts an API process. @param port where an earlier one was; a free one by default */
  async startApi(port?: number): Promise<ApiProcess> {
    const PORT = String(port ?? (await freePort()));
    const api = await ApiProcess.start({ PUBLIC_URL: `http://127.0.0.1:${PORT}`, ...this.variables, PORT });
    this.started.add(api);
    void api.ended.then(() => this.started.delete(api));
    return api;
  }

  /** Stops what was started and deletes its data. */
  async close(): Promise<void> {
    await Promise.all([...this.started].map((api) => api.stop()));
    await this.database.drop();
    await rm(this.files, { recursive: true, force: true });
  }
}
