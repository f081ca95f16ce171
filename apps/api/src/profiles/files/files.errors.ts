import { problem } from '../../platform/errors/problem';

export const fileMissing = problem('invalid', 'file.missing', 'Send the file as the multipart field "file".');
export const fileTooLarge = problem('too-large', 'file.too-large', 'The file is larger than 10 MB.');
export const fileTypeRejected = problem('unsupported-media', 'file.type', 'This file type is not supported.');
export const fileBroken = problem('unprocessable', 'file.broken', 'The file is damaged or not of its declared type.');
export const cropOutside = problem('invalid', 'photo.crop', 'The crop is outside the picture.');
export const tooManyPixels = problem('too-large', 'photo.pixels', 'The picture has more than 40 million pixels.');
export const uploadExpired = problem('conflict', 'upload.expired', 'The upload has expired or does not exist.');
export const uploadAbsent = problem('conflict', 'upload.absent', 'The upload has no file yet.');
export const uploadMismatch = problem(
  'invalid',
  'upload.mismatch',
  'The length or type of the file differs from the one declared.',
);
