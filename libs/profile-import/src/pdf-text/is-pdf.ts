const head = Buffer.from('%PDF-');
const tail = Buffer.from('%%EOF');

/** Whether bytes begin and end as a PDF does (ISO 32000-2 §7.5); file names and media types are not trusted. */
export function isPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.subarray(0, 1024).includes(head) && file.subarray(-2048).includes(tail);
}
