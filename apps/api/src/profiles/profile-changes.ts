import { Injectable } from '@nestjs/common';
import type { ProfileId, TenantId } from '../platform/ids/ids';

/** What another module does when a profile changes; each method runs in the unit of work of the change. */
export abstract class ProfileListener {
  /** After a revision was saved. */
  abstract revisionSaved(tenantId: TenantId, profileId: ProfileId): Promise<void>;

  /**
   * After the latest revision was marked as undone.
   * @param left whether another revision is left
   * @throws {DomainError} when the revision must stay
   */
  abstract revisionUndone(tenantId: TenantId, profileId: ProfileId, left: boolean): Promise<void>;

  /** After a photo or a CV was replaced or removed. */
  abstract filesChanged(tenantId: TenantId, profileId: ProfileId): Promise<void>;

  /** After a profile was moved to the trash. */
  abstract trashed(tenantId: TenantId, profileId: ProfileId): Promise<void>;
}

/** Reports changes of profiles to the modules that depend on them. */
@Injectable()
export class ProfileChanges {
  private readonly listeners: ProfileListener[] = [];

  register(listener: ProfileListener): void {
    this.listeners.push(listener);
  }

  /** Part of the caller's unit of work, like all that follow. */
  async revisionSaved(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    for (const listener of this.listeners) await listener.revisionSaved(tenantId, profileId);
  }

  /** @throws {DomainError} what a listener throws when the revision must stay: `revision.published` */
  async revisionUndone(tenantId: TenantId, profileId: ProfileId, left: boolean): Promise<void> {
    for (const listener of this.listeners) await listener.revisionUndone(tenantId, profileId, left);
  }

  async filesChanged(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    for (const listener of this.listeners) await listener.filesChanged(tenantId, profileId);
  }

  async trashed(tenantId: TenantId, profileId: ProfileId): Promise<void> {
    for (const listener of this.listeners) await listener.trashed(tenantId, profileId);
  }
}
