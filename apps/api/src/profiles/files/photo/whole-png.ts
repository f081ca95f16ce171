import { crc32 } from 'node:zlib';

const signatureBytes = 8;

/**
 * Whether a PNG has all its chunks, each with the checksum that it states (PNG specification, 5.3 and 5.6). The decoder draws
 * what is missing or damaged as well as it can, and says nothing.
 */
export function isWholePng(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let at = signatureBytes;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at = end + 4;
  }
  return false;
}
