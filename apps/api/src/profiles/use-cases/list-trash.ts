import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { TrashRepository, type TrashedProfile } from '../persistence/trash.repository';

const list = 'profiles.trash';

/** Lists the profiles in the trash. */
@Injectable()
export class ListTrash {
  constructor(
    private readonly trash: TrashRepository,
    private readonly cursors: Cursors,
  ) {}

  /** One page, latest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async execute(
    tenantId: TenantId,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ profiles: TrashedProfile[]; nextCursor: string | null }> {
    const after = this.cursors.read(list, tenantId, cursor, timePosition);
    const rows = await this.trash.list(tenantId, after, limit + 1);
    const profiles = rows.slice(0, limit);
    const last = rows.length > limit ? profiles.at(-1) : undefined;
    const position = last && { at: last.deletedAt.toISOString(), id: last.id };
    return { profiles, nextCursor: position ? this.cursors.write(list, tenantId, position) : null };
  }
}
