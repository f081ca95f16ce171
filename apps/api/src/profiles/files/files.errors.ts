import { problem } from '../../platform/errors/problem';

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
