import { problem } from '../../platform/errors/problem';

export const publicationLocked = problem(
  'unauthenticated',
  'publication.locked',
  'This profile is protected by a password.',
);
export const passwordWrong = problem('unauthenticated', 'publication.password-wrong', 'Wrong password.');
export const pageTooLarge = problem('unprocessable', 'page.too-large', 'This profile is too large to be rendered.');
export const cardFailed = problem('unprocessable', 'card.failed', 'The picture of this profile cannot be rendered.');
