import { problem } from '../platform/errors/problem';

export const documentInvalid = problem('invalid', 'document.invalid', 'The document cannot be kept as it is.');
export const draftStale = problem('stale', 'draft.stale', 'The draft was changed elsewhere meanwhile.');
export const revisionNotLatest = problem('conflict', 'revision.not-latest', 'Only the latest revision can be undone.');
export const undoTooLate = problem('conflict', 'undo.too-late', 'A revision can be undone for ten minutes.');
export const tooManyProfiles = problem('conflict', 'profiles.too-many', 'There are a thousand profiles already.');
