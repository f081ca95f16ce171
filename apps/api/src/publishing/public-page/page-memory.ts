import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications';
import type { PageAccess } from './domain/page-access';
import { publicationChannel } from '../persistence/publication.repository';

const maxPages = 2_000;
const maxBytes = 48 * 1024 * 1024;

/** A public page with the terms on which it may be sent. */
export interface RenderedPage {
  profileId: string;
  /** the HTML as it is sent: to encode a text anew for every visitor costs more than all the rest of the answer */
  html: Buffer;
  etag: string;
  entrance: PageAccess;
}

/**
 * Keeps public pages in this process. It is used only while the process hears of every change, and a page that was
 * begun before a change was heard is not kept. Both the number of pages and their bytes have an end.
 */
@Injectable()
export class PageMemory {
  private readonly pages = new Map<string, RenderedPage>();
  private bytes = 0;
  private changes = 0;

  constructor(private readonly notifications: Notifications) {
    notifications.listen(
      publicationChannel,
      (profileId) => this.forgetProfile(profileId),
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

  /** A mark of what has been heard so far; take it before reading what the page is made of. */
  get mark(): number {
    return this.changes;
  }

  /** Keeps a page, unless a change was heard since the mark was taken. */
  keep(slug: string, page: RenderedPage, mark: number): void {
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

  private forgetProfile(profileId: string): void {
    this.changes += 1;
    for (const [slug, page] of this.pages) if (page.profileId === profileId) this.forget(slug);
  }

  private forgetAll(): void {
    this.changes += 1;
    this.pages.clear();
    this.bytes = 0;
  }
}
