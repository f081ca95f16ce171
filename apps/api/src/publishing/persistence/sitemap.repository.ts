import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SitemapEntry } from '../domain/sitemap';

const visitor = { role: 'canar_public' } as const;
const listed = `u.visibility = 'public' AND (u.expires_at IS NULL OR u.expires_at > $1)`;

/** Reads, as the role of visitors, which pages search engines may list. */
@Injectable()
export class SitemapRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The first slug of each part, when all listed pages are put in order and cut into parts of a size. */
  async starts(now: Date, size: number): Promise<string[]> {
    const rows = await this.unitOfWork.read<{ slug: string }>(
      visitor,
      `SELECT slug FROM (
         SELECT u.slug, row_number() OVER (ORDER BY u.slug) AS place FROM profiles.publications u WHERE ${listed}) placed
       WHERE (place - 1) % $2 = 0 ORDER BY slug`,
      [now, size],
    );
    return rows.map(({ slug }) => slug);
  }

  /** The listed pages from a slug on, in order. A version is the time of the last change, in microseconds. */
  part(from: string, now: Date, size: number): Promise<SitemapEntry[]> {
    return this.unitOfWork.read<SitemapEntry>(
      visitor,
      `SELECT u.slug, to_timestamp(u.version / 1000000.0) AS "changedAt" FROM profiles.publications u
       WHERE ${listed} AND u.slug >= $2 ORDER BY u.slug LIMIT $3`,
      [now, from, size],
    );
  }
}
