import { Injectable } from '@nestjs/common';
import { tenantChannel } from '../../auth';
import { Notifications } from '../../platform/database/notifications';
import { ProfileId, TenantId } from '../../platform/ids/ids';
import type { PageAccess } from './domain/page-access';
import { publicationChannel } from '../persistence/publication.repository';

const maxPages = 2_000;
const maxBytes = 48 * 1024 * 1024;

/** A public page with the access that it needs. */
export interface RenderedPage {
  profileId: ProfileId;
  /** The HTML as it is sent: encoding it for every visitor would cost more than the rest of the response. */
  html: Buffer;
  /** Identifies the HTML. */
  digest: string;
  access: PageAccess;
}

/**
 * Stores public pages in this process. It is used only while the process is notified of every change, and a page that
 * was begun before a notification is not stored. The number of pages and their bytes are limited.
 */
@Injectable()
export class PageMemory {
  private readonly pages = new Map<string, RenderedPage>();
  private bytes = 0;
  private changes = 0;

  constructor(private readonly notifications: Notifications) {
    notifications.listen(
      publicationChannel,
      (profileId) => this.forgetProfile(ProfileId(profileId)),
      () => this.forgetAll(),
    );
    notifications.listen(
      tenantChannel,
      (tenantId) => this.forgetTenant(TenantId(tenantId)),
      () => this.forgetAll(),
    );
  }

  /** The page of a slug, when it is sure to be the newest. */
  find(slug: string): RenderedPage | undefined {
    if (!this.notifications.live) return undefined;
    const page = this.pages.get(slug);
    if (page) {
      this.pages.delete(slug);
      this.pages.set(slug, page);
    }
    return page;
  }

  /** Marks the notifications so far; take it before reading what the page is made of. */
  get mark(): number {
    return this.changes;
  }

  /** Stores a page, unless a notification came since the mark was taken. */
  store(slug: string, page: RenderedPage, mark: number): void {
    if (!this.notifications.live || mark !== this.changes) return;
    this.forget(slug);
    this.pages.set(slug, page);
    this.bytes += page.html.byteLength;
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= maxPages && this.bytes <= maxBytes) return;
      this.forget(oldest);
    }
  }

  private forget(slug: string): void {
    this.bytes -= this.pages.get(slug)?.html.byteLength ?? 0;
    this.pages.delete(slug);
  }

  private forgetProfile(profileId: ProfileId): void {
    this.changes += 1;
    for (const [slug, page] of this.pages) if (page.profileId === profileId) this.forget(slug);
  }

  private forgetTenant(tenantId: TenantId): void {
    this.changes += 1;
    for (const [slug, page] of this.pages) if (page.access.tenantId === tenantId) this.forget(slug);
  }

  private forgetAll(): void {
    this.changes += 1;
    this.pages.clear();
    this.bytes = 0;
  }
}
