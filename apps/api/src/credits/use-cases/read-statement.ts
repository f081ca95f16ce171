import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { TenantId } from '../../platform/ids/ids';
import { Cursors } from '../../platform/paging/cursors';
import { type ChargedAction, priceList } from '../domain/price-list';
import { type StatementLine, StatementRepository } from '../persistence/statement.repository';
import { type StatementSubject, StatementSubjects } from './statement-subjects';

/** A line with what it was about. */
export type ExplainedLine = StatementLine & { subject: StatementSubject | null };

const list = 'credits.entries';
const exportBatch = 500;

/** Reads a tenant's statement; every line is explained. */
@Injectable()
export class ReadStatement {
  constructor(
    private readonly statement: StatementRepository,
    private readonly subjects: StatementSubjects,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async page(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ lines: ExplainedLine[]; nextCursor: string | null }> {
    const before = this.cursors.read(list, tenantId, cursor, z.number());
    const found = await this.statement.lines(tenantId, before, limit + 1);
    const lines = await this.explain(tenantId, found.slice(0, limit));
    const last = lines.at(-1);
    const nextCursor = found.length > limit && last ? this.cursors.write(list, tenantId, last.sequence) : null;
    return { lines, nextCursor };
  }

  /** The whole statement, newest first. */
  async *all(tenantId: TenantId): AsyncGenerator<ExplainedLine> {
    let before: number | undefined;
    for (;;) {
      const lines = await this.explain(tenantId, await this.statement.lines(tenantId, before, exportBatch));
      yield* lines;
      before = lines.at(-1)?.sequence;
      if (lines.length < exportBatch) return;
    }
  }

  private async explain(tenantId: TenantId, lines: StatementLine[]): Promise<ExplainedLine[]> {
    const subjects = new Map<string, StatementSubject>();
    for (const action of Object.keys(priceList) as ChargedAction[]) {
      const references = lines.filter((line) => line.action === action).flatMap(({ reference }) => reference ?? []);
      const described = await this.subjects.describe(action, tenantId, references);
      described.forEach((subject, reference) => subjects.set(reference, subject));
    }
    return lines.map((line) => ({ ...line, subject: (line.reference && subjects.get(line.reference)) || null }));
  }
}
