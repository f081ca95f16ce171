import type { ProfileDocument } from './schema';

/** A new profile: empty, or with the name and e-mail address of its owner. */
export function emptyDocument(owner: { name?: string; email?: string } = {}): ProfileDocument {
  const basics = {
    ...(owner.name ? { name: owner.name } : {}),
    ...(owner.email ? { email: owner.email } : {}),
  };
  return Object.keys(basics).length > 0 ? { basics } : {};
}
