import { problem } from '../../platform/errors/problem';

export const publicationLocked = problem(
  'unauthenticated',
  'publication.locked',
  'This profile opens with a password.',
);
export const passwordWrong = problem('unauthenticated', 'publication.password-wrong', 'That is not the password.');
