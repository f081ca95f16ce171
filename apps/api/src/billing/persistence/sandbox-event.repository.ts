import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Span } from '../payments/payment-provider';

/** An event of the sandbox. */
export interface SandboxEvent {
  id: string;
  /** What is sent. */
  body: string;
  occurredAt: Date;
}

/** Stores what happened at the sandbox. */
@Injectable()
export class SandboxEventRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds an event; one that is there already is not changed. */
  async add({ id, body, occurredAt }: SandboxEvent): Promise<void> {
    await this.unitOfWork.run('global', () =>
      this.unitOfWork.query(
        'INSERT INTO billing.sandbox_events (id, body, occurred_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [id, body, occurredAt],
      ),
    );
  }

  /** The events of a span after an id, by id. */
  list({ from, until }: Span, after: string, limit: number): Promise<SandboxEvent[]> {
    return this.unitOfWork.read<SandboxEvent>(
      'global',
      `SELECT id, body, occurred_at AS "occurredAt" FROM billing.sandbox_events
       WHERE occurred_at >= $1 AND occurred_at < $2 AND id > $3 ORDER BY id LIMIT $4`,
      [from, until, after, limit],
    );
  }
}
