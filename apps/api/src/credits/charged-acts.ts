import { Injectable } from '@nestjs/common';
import type { TenantId } from '../platform/ids/ids';
import type { ChargedAction } from './domain/price-list';
import type { ChargedAct } from './persistence/audit.repository';

/** Lists what a tenant made and was charged for; an act is `reversed` when its maker undid it. */
export type ListActs = (tenantId: TenantId) => Promise<ChargedAct[]>;

/** The port at which each module lists what it charged for, so that a check can compare acts with charges. */
@Injectable()
export class ChargedActs {
  private readonly lists = new Map<ChargedAction, ListActs>();

  register(action: ChargedAction, list: ListActs): void {
    this.lists.set(action, list);
  }

  /** Each action with the list of its acts. */
  all(): Iterable<[ChargedAction, ListActs]> {
    return this.lists;
  }
}
