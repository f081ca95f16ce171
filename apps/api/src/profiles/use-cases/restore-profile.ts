import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { notFound } from '../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { Cursors, timePosition } from '../../platform/paging/cursors';
import { ProfileRepository } from '../persistence/profile.repository';
import { TrashRepository, type TrashedProfile } from '../persistence/trash.repository';
import { tooManyProfiles } from '../profiles.errors';
import { maxProfiles } from './create-profile';

const list = 'profiles.trash';

/** Lists the trash and restores profiles from it; a restored profile is not published. */
@Injectable()
export class RestoreProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly trash: TrashRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** One page of the trash, latest first. @throws {DomainError} `request.invalid` for a cursor that is not ours */
  async page(
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

  /** @throws {DomainError} `not-found` for what is not in the trash, `profiles.too-many` */
  async execute(tenantId: TenantId, id: ProfileId): Promise<void> {
    await this.unitOfWork.run({ tenant: tenantId }, async () => {
      const count = await this.profiles.count(tenantId);
      if (!(await this.trash.restore(tenantId, id, this.clock.now()))) throw notFound();
      if (count >= maxProfiles) throw tooManyProfiles();
    });
  }
}
