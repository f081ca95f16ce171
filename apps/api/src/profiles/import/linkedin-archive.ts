import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { linkedInFile } from '../domain/linkedin/linkedin-resume';
import { archiveRefused } from '../profiles.errors';

/** What an archive may hold: entries at all, bytes of one file and of all files that are read, unpacked. */
const most = { entries: 2_000, file: 4 * 1024 * 1024, all: 16 * 1024 * 1024 };

/** The texts of the known files of an archive, and the paths of the others. */
export interface LinkedInArchive {
  files: Map<string, string>;
  unread: string[];
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false, decodeStrings: true };
  return new Promise((resolve, reject: (refusal: Error) => void) => {
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** Reads one entry; its true size counts, whatever its header says. */
function textOf(zip: ZipFile, entry: Entry, limit: number): Promise<string> {
  return new Promise((resolve, reject: (refusal: Error) => void) => {
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
  const archive: LinkedInArchive = { files: new Map(), unread: [] };
  let bytes = 0;
  if (zip.entryCount > most.entries) throw new Error('too many entries');
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = entry.isEncrypted() ? null : linkedInFile(entry.fileName);
    if (!name || archive.files.has(name)) {
      archive.unread.push(entry.fileName.slice(0, 200));
      continue;
    }
    const text = await textOf(zip, entry, Math.min(most.file, most.all - bytes));
    bytes += Buffer.byteLength(text);
    archive.files.set(name, text);
  }
  return archive;
}

/**
 * Reads the known CSV files of a LinkedIn data export. Nothing is ever written to a path of the archive, paths that lead out of it
 * refuse the whole, and unpacking stops at the limits.
 * @throws {DomainError} `import.archive` when it is damaged, over the limits, or holds no known file
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
    throw archiveRefused();
  }
  if (archive.files.size === 0) throw archiveRefused('This archive holds none of the files of a LinkedIn data export.');
  return archive;
}
