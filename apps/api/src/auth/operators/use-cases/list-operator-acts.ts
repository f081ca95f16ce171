import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { Cursors, timePosition } from '../../../platform/paging/cursors';
import { OperatorRepository, type StoredOperatorAct } from '../persistence/operator.repository';

const list = 'auth.operator-acts';

/** Lists what all operators did. */
@Injectable()
export class ListOperatorActs {
  constructor(
    private readonly operators: OperatorRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, newest first. @param tenantId of the caller @throws {DomainError} `request.invalid` for an invalid cursor */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ acts: StoredOperatorAct[]; nextCursor: string | null }> {
    const rows = await this.operators.listActs(this.cursors.read(list, tenantId, cursor, timePosition), limit + 1);
    const acts = rows.slice(0, limit);
    const last = acts.at(-1);
    if (rows.length <= limit || !last) return { acts, nextCursor: null };
    return { acts, nextCursor: this.cursors.write(list, tenantId, { at: last.exactAt, id: last.id }) };
  }
}
