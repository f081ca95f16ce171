import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { TenantId } from '../../platform/ids/ids';
import { Cursors } from '../../platform/paging/cursors';
import { StatementRepository } from '../persistence/statement.repository';
import { type ExplainedLine, StatementSubjects } from '../statement-subjects';

const list = 'credits.entries';

/** Lists a tenant's statement, each line with what it was about. */
@Injectable()
export class ListEntries {
  constructor(
    private readonly statement: StatementRepository,
    private readonly subjects: StatementSubjects,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ lines: ExplainedLine[]; nextCursor: string | null }> {
    const before = this.cursors.read(list, tenantId, cursor, z.number());
    const rows = await this.statement.lines(tenantId, before, limit + 1);
    const lines = await this.subjects.explain(tenantId, rows.slice(0, limit));
    const last = lines.at(-1);
    const nextCursor = rows.length > limit && last ? this.cursors.write(list, tenantId, last.sequence) : null;
    return { lines, nextCursor };
  }
}
