import { problem } from '../platform/errors/problem';

export const revisionPublished = problem(
  'conflict',
  'revision.published',
  'This is the only revision of a published profile. Unpublish it first.',
);
export const profileUnsaved = problem('conflict', 'profile.unsaved', 'Save an edit before publishing.');
export const slugTaken = problem('conflict', 'slug.taken', 'That link is taken.');
export const slugReserved = problem('invalid', 'slug.reserved', 'That link is reserved.');
export const slugInvalid = problem(
  'invalid',
  'slug.invalid',
  'A link has 3 to 60 characters: a to z, digits and single hyphens.',
);
export const expiryPast = problem('invalid', 'publication.expiry-past', 'The expiry is in the past.');
export const passwordMissing = problem('invalid', 'publication.password-missing', 'A protected page needs a password.');
export const tooManyLinks = problem(
  'conflict',
  'share-links.too-many',
  'There are already 100 links, the maximum. Revoke one first.',
);
