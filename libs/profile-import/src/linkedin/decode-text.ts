/** Whether bytes without a mark are UTF-16: every second byte of their beginning is zero. */
function isUtf16(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const start = bytes.subarray(0, 200);
  const zeros = start.filter((byte, index) => index % 2 === zeroAt && byte === 0).length;
  return start.length > 3 && zeros > start.length * 0.4;
}

/**
 * A text in the encoding that its bytes show: UTF-16 by its mark or its zeros, UTF-8 when they are valid, else Windows-1252, as
 * spreadsheets store it (WHATWG Encoding).
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || isUtf16(bytes, 1)) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || isUtf16(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
