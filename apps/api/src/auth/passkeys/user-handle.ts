import type { UserId } from '../../platform/ids/ids';

/** By what authenticators know the person of a passkey: the bytes of their id, which say nothing of them. */
export function userHandle(id: UserId): Buffer<ArrayBuffer> {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
