import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';
import { problem } from '../errors/problem';

export const keyRequired = problem(
  'invalid',
  'idempotency.key-required',
  'Send an Idempotency-Key, so that a retry is safe.',
);
export const keyReused = problem(
  'unprocessable',
  'idempotency.key-reused',
  'This Idempotency-Key was used for another request.',
);
export const inProgress = problem('conflict', 'idempotency.in-progress', 'The same request is still running.');

/** What identifies one intended act: the client's key and a fingerprint of the request that carried it. */
export interface IdempotentRequest {
  key: string | undefined;
  fingerprint: Buffer;
}

/** An answer that can be stored and given again, byte for byte. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** An answer as it goes out. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface StoredAnswer {
  fingerprint: Buffer;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

const longestWait = '10s';
const lockNotAvailable = '55P03';

/** The key of a request that must have one. @throws {DomainError} `idempotency.key-required` */
export function requireKey({ key }: IdempotentRequest): string {
  if (!key || key.length > 255) throw keyRequired();
  return key;
}

/** Makes an act happen once per key: the answer is stored in the transaction of the effect. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the effect, or gives its stored answer again. Call it inside the unit of work of the tenant.
   * A second request with the same key waits for the first, ten seconds at most.
   * @throws {DomainError} `idempotency.key-required`, `idempotency.key-reused`, `idempotency.in-progress`
   */
  async once(tenant: string, request: IdempotentRequest, effect: () => Promise<Answer>): Promise<Reply> {
    const key = requireKey(request);
    if (!(await this.claim(tenant, key, request.fingerprint))) return this.replay(tenant, key, request.fingerprint);
    const answer = await effect();
    const reply = { status: answer.status, headers: answer.headers ?? {}, body: JSON.stringify(answer.body) };
    await this.unitOfWork.query(
      `UPDATE platform.idempotency_keys SET status = $3, headers = $4, body = $5 WHERE tenant_id = $1 AND key = $2`,
      [tenant, key, reply.status, JSON.stringify(reply.headers), reply.body],
    );
    return reply;
  }

  private async claim(tenant: string, key: string, fingerprint: Buffer): Promise<boolean> {
    try {
      const [, claimed] = await Promise.all([
        this.unitOfWork.query(`SET LOCAL lock_timeout = '${longestWait}'`),
        this.unitOfWork.query(
          `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING 1`,
          [tenant, key, fingerprint, this.clock.now()],
        ),
        this.unitOfWork.query('SET LOCAL lock_timeout = 0'),
      ]);
      return claimed.length === 1;
    } catch (error) {
      if ((error as { code?: string }).code === lockNotAvailable) throw inProgress();
      throw error;
    }
  }

  private async replay(tenant: string, key: string, fingerprint: Buffer): Promise<Reply> {
    const [stored] = await this.unitOfWork.query<StoredAnswer>(
      `SELECT fingerprint, status, headers, body FROM platform.idempotency_keys WHERE tenant_id = $1 AND key = $2`,
      [tenant, key],
    );
    if (!stored || stored.status === null || stored.body === null) throw inProgress();
    const same = stored.fingerprint.length === fingerprint.length && timingSafeEqual(stored.fingerprint, fingerprint);
    if (!same) throw keyReused();
    return { status: stored.status, headers: { ...stored.headers, 'Idempotency-Replayed': 'true' }, body: stored.body };
  }
}
