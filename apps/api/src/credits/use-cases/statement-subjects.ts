import { Injectable } from '@nestjs/common';
import type { ChargedAction } from '../domain/price-list';
import type { ProfileId, TenantId } from '../../platform/ids/ids';

/** What a charged act was about, in words that its owner knows. */
export interface StatementSubject {
  profileId: ProfileId;
  profileTitle: string | null;
  revisionNumber: number;
}

type Describe = (tenantId: TenantId, references: string[]) => Promise<Map<string, StatementSubject>>;

/** Where each module says how to describe the acts that it is charged for; entries themselves hold ids only. */
@Injectable()
export class StatementSubjects {
  private readonly describers = new Map<ChargedAction, Describe>();

  register(action: ChargedAction, describe: Describe): void {
    this.describers.set(action, describe);
  }

  /** The subjects of one action's references, by reference. */
  async describe(
    action: ChargedAction,
    tenantId: TenantId,
    references: string[],
  ): Promise<Map<string, StatementSubject>> {
    const describe = this.describers.get(action);
    return describe && references.length > 0 ? describe(tenantId, references) : new Map();
  }
}
