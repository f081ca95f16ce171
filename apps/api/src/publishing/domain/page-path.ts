/** Identifies a public page: a slug, and the token of a share link if the visitor used one. */
export interface PageAddress {
  slug: string;
  token: string | null;
}

/** The path of a page; its other formats follow as `.pdf`, `.json`, `.md`, `.vcf` or as `/card.png` and the like. */
export function pagePath({ slug, token }: PageAddress): string {
  return token === null ? `/p/${slug}` : `/p/${slug}/s/${token}`;
}
