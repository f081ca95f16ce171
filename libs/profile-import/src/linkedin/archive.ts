import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ImportFailed } from '../import-failed';
import { exportFileOf } from './read-linkedin-export';

/** Limits of an archive; bytes are counted after decompression. */
const limits = { entries: 2_000, bytesPerFile: 4 * 1024 * 1024, bytes: 16 * 1024 * 1024 };

/** The files of a LinkedIn data export. */
export interface LinkedInArchive {
  /** the text of each known file, by the name that `exportFileOf` gives it */
  files: Map<string, string>;
  /** the paths of all other files */
  ignored: string[];
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false, decodeStrings: true };
  return new Promise((resolve, reject: (error: Error) => void) => {
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** Decompresses one entry; stops when its actual size, not the one in its header, exceeds the limit. */
function textOf(zip: ZipFile, entry: Entry, limit: number): Promise<string> {
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
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
  });
}

async function readAll(zip: ZipFile): Promise<LinkedInArchive> {
  const archive: LinkedInArchive = { files: new Map(), ignored: [] };
  let bytes = 0;
  if (zip.entryCount > limits.entries) throw new Error('too many entries');
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = entry.isEncrypted() ? null : exportFileOf(entry.fileName);
    if (!name || archive.files.has(name)) {
      archive.ignored.push(entry.fileName.slice(0, 200));
      continue;
    }
    const text = await textOf(zip, entry, Math.min(limits.bytesPerFile, limits.bytes - bytes));
    bytes += Buffer.byteLength(text);
    archive.files.set(name, text);
  }
  return archive;
}

/**
 * Reads the known CSV files of a LinkedIn data export in memory. A path that leads out of the archive fails the whole archive, and
 * decompression stops at the limits.
 * @throws {ImportFailed} `archive`, `archive-without-files`
 */
export async function readLinkedInArchive(bytes: Uint8Array): Promise<LinkedInArchive> {
  let archive: LinkedInArchive;
  try {
    const zip = await open(bytes);
    try {
      archive = await readAll(zip);
    } finally {
      zip.close();
    }
  } catch {
    throw new ImportFailed('archive');
  }
  if (archive.files.size === 0) throw new ImportFailed('archive-without-files');
  return archive;
}
