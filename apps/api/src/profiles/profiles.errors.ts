import { problem } from '../platform/errors/problem';

export const documentInvalid = problem('invalid', 'document.invalid', 'The document cannot be kept as it is.');
export const draftStale = problem('stale', 'draft.stale', 'The draft was changed elsewhere meanwhile.');
export const revisionNotLatest = problem('conflict', 'revision.not-latest', 'Only the latest revision can be undone.');
export const undoTooLate = problem('conflict', 'undo.too-late', 'A revision can be undone for ten minutes.');
export const revisionPublished = problem(
  'conflict',
  'revision.published',
  'This is the only revision of a published profile. Unpublish it first.',
);
export const profileUnsaved = problem('conflict', 'profile.unsaved', 'Save an edit before publishing.');
export const tooManyProfiles = problem('conflict', 'profiles.too-many', 'There are a thousand profiles already.');
export const slugTaken = problem('conflict', 'slug.taken', 'That link is taken.');
export const slugReserved = problem('invalid', 'slug.reserved', 'That link is reserved.');
export const slugInvalid = problem(
  'invalid',
  'slug.invalid',
  'A link has 3 to 60 letters a to z, digits and single hyphens.',
);
export const fileMissing = problem('invalid', 'file.missing', 'Send the file as the multipart field "file".');
export const fileTooLarge = problem('too-large', 'file.too-large', 'The file is larger than 10 MB.');
export const fileTypeRefused = problem('unsupported-media', 'file.type', 'This kind of file is not taken here.');
export const fileBroken = problem(
  'unprocessable',
  'file.broken',
  'The file is damaged or is not what it claims to be.',
);
export const cropOutside = problem('invalid', 'photo.crop', 'The square is not inside of the picture.');
export const tooManyPixels = problem('too-large', 'photo.pixels', 'The picture has more than 40 million pixels.');
export const uploadExpired = problem('conflict', 'upload.expired', 'This upload is too old, or is none. Open another.');
export const uploadAbsent = problem('conflict', 'upload.absent', 'Nothing has arrived of this upload.');
export const uploadMismatch = problem(
  'invalid',
  'upload.mismatch',
  'The file has another length or type than was announced.',
);
export const templateUnknown = problem('invalid', 'template.unknown', 'There is no such template.');
export const paperFailed = problem('unprocessable', 'pdf.failed', 'No PDF could be made of this document.');
export const paperBusy = problem('unavailable', 'pdf.busy', 'Too many PDFs are being made. Try again in a moment.');
export const importBusy = problem('unavailable', 'import.busy', 'Many files are being read. Try again in a moment.');
export const pdfUnreadable = problem('unprocessable', 'import.pdf-unreadable', 'This PDF cannot be read.');
export const pdfWithoutText = problem(
  'unprocessable',
  'import.pdf-without-text',
  'This PDF holds pictures of text and no text that could be read.',
);
export const archiveRefused = problem(
  'unprocessable',
  'import.archive',
  'This archive is damaged, too large, or no LinkedIn data export.',
);
export const publicationLocked = problem(
  'unauthenticated',
  'publication.locked',
  'This profile opens with a password.',
);
export const passwordWrong = problem('unauthenticated', 'publication.password-wrong', 'That is not the password.');
export const passwordMissing = problem('invalid', 'publication.password-missing', 'A protected page needs a password.');
export const expiryPast = problem('invalid', 'publication.expiry-past', 'The end lies in the past.');
export const statisticsRange = problem(
  'invalid',
  'statistics.range',
  'The days end before they begin, or are more than 366.',
);
export const tooManyLinks = problem(
  'conflict',
  'share-links.too-many',
  'There are a hundred links already. Revoke one first.',
);
