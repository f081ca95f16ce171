import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { Clock } from '../clock/clock';
import { timeouts } from '../database/timeouts';
import { UnitOfWork } from '../database/unit-of-work';
import { problem } from '../errors/problem';
import type { RenderedResponse, StoredResponse } from './stored-response';
import type { TenantId } from '../ids/ids';

const keyRequired = problem('invalid', 'idempotency.key-required', 'An Idempotency-Key header is required.');
const keyReused = problem(
  'unprocessable',
  'idempotency.key-reused',
  'The Idempotency-Key was used for another request.',
);
const inProgress = problem(
  'conflict',
  'idempotency.in-progress',
  'A request with this Idempotency-Key is still in progress.',
);

/** Identifies one intended request: the client's key and a fingerprint of the request that carried it. */
export interface IdempotentRequest {
  key: string | undefined;
  fingerprint: Buffer;
}

interface StoredRow {
  fingerprint: Buffer;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

const maxWait = '10s';
const lockNotAvailable = '55P03';

/**
 * An id that is the same for every retry of a request, and for no other request of any tenant.
 * @throws {DomainError} `idempotency.key-required`
 */
export function requestId(tenant: TenantId, request: IdempotentRequest): string {
  return idFrom(`${requireKey(request)} ${request.fingerprint.toString('hex')}`, tenant);
}

function requireKey({ key }: IdempotentRequest): string {
  if (!key || key.length > 255) throw keyRequired();
  return key;
}

/** Runs a use case once per key: the rendered response is stored in the transaction of the effect. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the effect in a unit of work of the tenant and stores its rendered result; or returns the response stored for the key.
   * A second request with the same key waits for the first, for at most ten seconds.
   * @param effect a use case; it joins the unit of work
   * @param render the response to a result; called once, before the commit
   * @throws {DomainError} `idempotency.key-required`, `idempotency.key-reused`, `idempotency.in-progress`, and what the effect throws
   */
  async once<Result>(
    tenant: TenantId,
    request: IdempotentRequest,
    effect: () => Promise<Result>,
    render: (result: Result) => RenderedResponse,
  ): Promise<StoredResponse> {
    const key = requireKey(request);
    return this.unitOfWork.run({ tenant }, async () => {
      if (!(await this.claim(tenant, key, request.fingerprint))) return this.replay(tenant, key, request.fingerprint);
      return this.store(tenant, key, render(await effect()));
    });
  }

  /**
   * The response stored for the key, for what must happen before the unit of work; null when there is none yet.
   * @throws {DomainError} `idempotency.key-required`, `idempotency.key-reused`
   */
  async stored(tenant: TenantId, request: IdempotentRequest): Promise<StoredResponse | null> {
    const key = requireKey(request);
    return this.unitOfWork.run({ tenant }, () => this.find(tenant, key, request.fingerprint));
  }

  private async store(
    tenant: TenantId,
    key: string,
    { status, headers, body }: RenderedResponse,
  ): Promise<StoredResponse> {
    const stored = { status, headers: headers ?? {}, body: JSON.stringify(body) };
    await this.unitOfWork.query(
      `UPDATE platform.idempotency_keys SET status = $3, headers = $4, body = $5 WHERE tenant_id = $1 AND key = $2`,
      [tenant, key, stored.status, JSON.stringify(stored.headers), stored.body],
    );
    return stored;
  }

  private async claim(tenant: TenantId, key: string, fingerprint: Buffer): Promise<boolean> {
    try {
      const [, claimed] = await Promise.all([
        this.unitOfWork.query(`SET LOCAL lock_timeout = '${maxWait}'`),
        this.unitOfWork.query(
          `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING 1`,
          [tenant, key, fingerprint, this.clock.now()],
        ),
        this.unitOfWork.query(`SET LOCAL lock_timeout = ${timeouts.request.lock}`),
      ]);
      return claimed.length === 1;
    } catch (error) {
      if ((error as { code?: string }).code === lockNotAvailable) throw inProgress();
      throw error;
    }
  }

  private async replay(tenant: TenantId, key: string, fingerprint: Buffer): Promise<StoredResponse> {
    const stored = await this.find(tenant, key, fingerprint);
    if (!stored) throw inProgress();
    return stored;
  }

  private async find(tenant: TenantId, key: string, fingerprint: Buffer): Promise<StoredResponse | null> {
    const [stored] = await this.unitOfWork.query<StoredRow>(
      `SELECT fingerprint, status, headers, body FROM platform.idempotency_keys WHERE tenant_id = $1 AND key = $2`,
      [tenant, key],
    );
    if (!stored || stored.status === null || stored.body === null) return null;
    const same = stored.fingerprint.length === fingerprint.length && timingSafeEqual(stored.fingerprint, fingerprint);
    if (!same) throw keyReused();
    return { status: stored.status, headers: { ...stored.headers, 'Idempotency-Replayed': 'true' }, body: stored.body };
  }
}
