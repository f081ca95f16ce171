import { Injectable } from '@nestjs/common';
import { alternatives, slugError, slugOf } from '../domain/slug';
import { PublicationRepository } from '../persistence/publication.repository';

/** Checks whether a slug is free, and suggests one that is. */
@Injectable()
export class SuggestSlug {
  constructor(private readonly publications: PublicationRepository) {}

  async execute(wanted: string): Promise<{ available: boolean; suggestion: string | null }> {
    const slug = slugError(wanted) === null ? wanted : slugOf(wanted);
    if (!slug) return { available: false, suggestion: null };
    const candidates = [slug, ...alternatives(slug)];
    const claimed = await this.publications.claimed(candidates);
    const suggestion = candidates.find((candidate) => !claimed.has(candidate)) ?? null;
    return { available: suggestion === wanted, suggestion };
  }
}
