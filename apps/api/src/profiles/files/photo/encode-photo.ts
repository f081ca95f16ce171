import type { Task } from '../../../platform/heavy-work/task';
import type { Crop } from '../domain/crop';
import type { EncodedSize } from './photo-sizes';

const load = () => import('./photo-sizes');

/** Encodes an upload as square photos. */
export const encodePhoto: Task<{ upload: Uint8Array; crop: Crop | undefined }, EncodedSize[]> = {
  name: 'encode-photo',
  prepare: load,
  execute: async ({ upload, crop }) => (await load()).makePhotoSizes(upload, crop),
};
