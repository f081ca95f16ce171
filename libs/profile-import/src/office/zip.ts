import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Limits of an archive; bytes are counted after decompression. */
const zipLimits = { entries: 2_000, bytesPerFile: 4 * 1024 * 1024, bytes: 16 * 1024 * 1024 };

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false, decodeStrings: true };
  return new Promise((resolve, reject: (error: Error) => void) => {
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** Decompresses one entry; stops when its actual size, not the one in its header, exceeds the limit. */
function bytesOf(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject: (error: Error) => void) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stream.destroy(new Error('too large'));
        else chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

/** The files of an archive that are read, and the paths of all others. */
export interface ZipFiles {
  files: Map<string, Buffer>;
  ignored: string[];
}

async function readAll(zip: ZipFile, keyOf: (path: string) => string | null): Promise<ZipFiles> {
  const found: ZipFiles = { files: new Map(), ignored: [] };
  let bytes = 0;
  if (zip.entryCount > zipLimits.entries) throw new Error('too many entries');
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const key = entry.isEncrypted() ? null : keyOf(entry.fileName);
    if (key === null || found.files.has(key)) {
      found.ignored.push(entry.fileName.slice(0, 200));
      continue;
    }
    const content = await bytesOf(zip, entry, Math.min(zipLimits.bytesPerFile, zipLimits.bytes - bytes));
    bytes += content.length;
    found.files.set(key, content);
  }
  return found;
}

/**
 * Reads files of a ZIP archive in memory. A path that leads out of the archive fails the whole archive, and decompression stops at the
 * limits.
 * @param keyOf under which name a file is returned; null for one that is not read
 * @throws {Error} when the archive is damaged or over its limits
 */
export async function readZip(bytes: Uint8Array, keyOf: (path: string) => string | null): Promise<ZipFiles> {
  const zip = await open(bytes);
  try {
    return await readAll(zip, keyOf);
  } finally {
    zip.close();
  }
}
