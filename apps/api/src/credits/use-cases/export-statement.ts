import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { StatementRepository } from '../persistence/statement.repository';
import { type ExplainedLine, StatementSubjects } from '../statement-subjects';

const batch = 500;

/** Exports a tenant's whole statement, each line with what it was about. */
@Injectable()
export class ExportStatement {
  constructor(
    private readonly statement: StatementRepository,
    private readonly subjects: StatementSubjects,
  ) {}

  /** All lines, newest first. */
  async execute(tenantId: TenantId): Promise<ExplainedLine[]> {
    const all: ExplainedLine[] = [];
    let before: number | undefined;
    for (;;) {
      const lines = await this.subjects.explain(tenantId, await this.statement.lines(tenantId, before, batch));
      all.push(...lines);
      before = lines.at(-1)?.sequence;
      if (lines.length < batch) return all;
    }
  }
}
