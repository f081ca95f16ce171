import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NIL as nobody, v5 as idFrom } from 'uuid';
import { Clock } from '../clock/clock';
import { timeouts } from '../database/timeouts';
import { UnitOfWork } from '../database/unit-of-work';
import { problem } from '../errors/problem';
import type { RenderedResponse, StoredResponse } from './stored-response';
import type { TenantId, UserId } from '../ids/ids';

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

/** Whose keys: those of one person in one tenant; the same key of another member is another request. */
export interface KeyOwner {
  tenantId: TenantId;
  userId: UserId;
}

/** What is done once: the reads and locks that it begins with, and the rest. */
interface Act<Prepared, Result> {
  /**
   * Sent together with the claim of the key, and therefore also for a retry; only what a retry must hear as well, such as
   * `not-found`, is thrown here.
   */
  prepare: () => Promise<Prepared>;
  execute: (prepared: Prepared) => Promise<Result>;
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
 * An id that is the same for every retry of a request, and for no other request of any person or tenant.
 * @throws {DomainError} `idempotency.key-required`
 */
export function requestId({ tenantId, userId }: KeyOwner, request: IdempotentRequest): string {
  return idFrom(`${userId} ${requireKey(request)} ${request.fingerprint.toString('hex')}`, tenantId);
}

function requireKey({ key }: IdempotentRequest): string {
  if (!isKey(key)) throw keyRequired();
  return key;
}

function isKey(key: string | undefined): key is string {
  return key !== undefined && key !== '' && key.length <= 255;
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
    owner: KeyOwner,
    request: IdempotentRequest,
    effect: () => Promise<Result>,
    render: (result: Result) => RenderedResponse,
  ): Promise<StoredResponse> {
    return this.oncePrepared(owner, request, { prepare: () => Promise.resolve(), execute: effect }, render);
  }

  /**
   * The same for an act whose reads and locks travel with the claim of the key. A request without a key hears first what these
   * throw.
   * @throws {DomainError} as `once`
   */
  async oncePrepared<Prepared, Result>(
    owner: KeyOwner,
    request: IdempotentRequest,
    { prepare, execute }: Act<Prepared, Result>,
    render: (result: Result) => RenderedResponse,
  ): Promise<StoredResponse> {
    return this.unitOfWork.run({ tenant: owner.tenantId }, async () => {
      if (!isKey(request.key)) {
        await prepare();
        throw keyRequired();
      }
      const { key, fingerprint } = request;
      const claiming = this.claim(owner, key, fingerprint);
      const preparing = prepare();
      preparing.catch(() => undefined); // observed below, after the claim, whose failure is the answer
      const claimed = await claiming;
      const prepared = await preparing;
      if (!claimed) return this.replay(owner, key, fingerprint);
      return this.store(owner, key, render(await execute(prepared)));
    });
  }

  /**
   * The response stored for the key, for what must happen before the unit of work; null when there is none yet.
   * @throws {DomainError} `idempotency.key-required`, `idempotency.key-reused`
   */
  async stored(owner: KeyOwner, request: IdempotentRequest): Promise<StoredResponse | null> {
    const key = requireKey(request);
    return this.unitOfWork.run({ tenant: owner.tenantId }, () => this.find(owner, key, request.fingerprint));
  }

  /** Travels with the last statements of the effect and the COMMIT. */
  private store(
    { tenantId, userId }: KeyOwner,
    key: string,
    { status, headers, body }: RenderedResponse,
  ): StoredResponse {
    const stored = { status, headers: headers ?? {}, body: JSON.stringify(body) };
    this.unitOfWork.post(
      `UPDATE platform.idempotency_keys SET status = $4, headers = $5, body = $6
       WHERE tenant_id = $1 AND user_id = $2 AND key = $3`,
      [tenantId, userId, key, stored.status, JSON.stringify(stored.headers), stored.body],
    );
    return stored;
  }

  private async claim({ tenantId, userId }: KeyOwner, key: string, fingerprint: Buffer): Promise<boolean> {
    try {
      const [, claimed] = await Promise.all([
        this.unitOfWork.query(`SET LOCAL lock_timeout = '${maxWait}'`),
        this.unitOfWork.query(
          `INSERT INTO platform.idempotency_keys (tenant_id, user_id, key, fingerprint, created_at)
           SELECT $1::uuid, $2::uuid, $3::text, $4::bytea, $5::timestamptz
           WHERE NOT EXISTS (
             SELECT FROM platform.idempotency_keys WHERE tenant_id = $1 AND key = $3 AND user_id = '${nobody}')
           ON CONFLICT DO NOTHING RETURNING 1`,
          [tenantId, userId, key, fingerprint, this.clock.now()],
        ),
        this.unitOfWork.query(`SET LOCAL lock_timeout = ${timeouts.request.lock}`),
      ]);
      return claimed.length === 1;
    } catch (error) {
      if ((error as { code?: string }).code === lockNotAvailable) throw inProgress();
      throw error;
    }
  }

  private async replay(owner: KeyOwner, key: string, fingerprint: Buffer): Promise<StoredResponse> {
    const stored = await this.find(owner, key, fingerprint);
    if (!stored) throw inProgress();
    return stored;
  }

  private async find({ tenantId, userId }: KeyOwner, key: string, fingerprint: Buffer): Promise<StoredResponse | null> {
    const [stored] = await this.unitOfWork.query<StoredRow>(
      `SELECT fingerprint, status, headers, body FROM platform.idempotency_keys
       WHERE tenant_id = $1 AND key = $3 AND user_id IN ($2, '${nobody}')`,
      [tenantId, userId, key],
    );
    if (!stored || stored.status === null || stored.body === null) return null;
    const same = stored.fingerprint.length === fingerprint.length && timingSafeEqual(stored.fingerprint, fingerprint);
    if (!same) throw keyReused();
    return { status: stored.status, headers: { ...stored.headers, 'Idempotency-Replayed': 'true' }, body: stored.body };
  }
}
