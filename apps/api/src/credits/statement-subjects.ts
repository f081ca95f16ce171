import { Injectable } from '@nestjs/common';
import { type ChargedAction, priceList } from './domain/price-list';
import type { StatementLine } from './persistence/statement.repository';
import type { ProfileId, TenantId } from '../platform/ids/ids';

/** What a charged act was about, as its owner knows it. */
interface StatementSubject {
  profileId: ProfileId;
  profileTitle: string | null;
  revisionNumber: number;
}

/** A line with what it was about. */
export type ExplainedLine = StatementLine & { subject: StatementSubject | null };

type Describe = (tenantId: TenantId, references: string[]) => Promise<Map<string, StatementSubject>>;

/** The port at which each module describes the acts that it charges; entries contain ids only. */
@Injectable()
export class StatementSubjects {
  private readonly describers = new Map<ChargedAction, Describe>();

  register(action: ChargedAction, describe: Describe): void {
    this.describers.set(action, describe);
  }

  /** Adds to each line what it was about; null for a line of credits alone. */
  async explain(tenantId: TenantId, lines: StatementLine[]): Promise<ExplainedLine[]> {
    const subjects = new Map<string, StatementSubject>();
    for (const action of Object.keys(priceList) as ChargedAction[]) {
      const references = lines.filter((line) => line.action === action).flatMap(({ reference }) => reference ?? []);
      const described = references.length > 0 && (await this.describers.get(action)?.(tenantId, references));
      if (described) described.forEach((subject, reference) => subjects.set(reference, subject));
    }
    return lines.map((line) => ({ ...line, subject: (line.reference && subjects.get(line.reference)) || null }));
  }
}
