import { problem } from '../../platform/errors/problem';

export const publicationLocked = problem(
  'unauthenticated',
  'publication.locked',
  'This profile is protected by a password.',
);
export const passwordWrong = problem('unauthenticated', 'publication.password-wrong', 'Wrong password.');
