import { problem } from '../platform/errors/problem';

export const documentInvalid = problem('invalid', 'document.invalid', 'The document is invalid.');
export const draftStale = problem('stale', 'draft.stale', 'The draft was changed elsewhere in the meantime.');
export const revisionNotLatest = problem('conflict', 'revision.not-latest', 'Only the latest revision can be undone.');
export const undoTooLate = problem('conflict', 'undo.too-late', 'A revision can be undone for ten minutes only.');
export const tooManyProfiles = problem(
  'conflict',
  'profiles.too-many',
  'There are already 1,000 profiles, the maximum.',
);
export const storageFull = problem(
  'conflict',
  'storage.quota',
  'Files and drafts would exceed the storage of this account.',
);
