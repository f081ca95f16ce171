import { ImportFailed } from '../import-failed';
import { readZip, type ZipFiles } from '../office/zip';
import { decodeText } from './decode-text';
import { exportFileOf } from './read-linkedin-export';

/** The files of a LinkedIn data export. */
export interface LinkedInArchive {
  /** the text of each known file, by the name that `exportFileOf` gives it */
  files: Map<string, string>;
  /** the paths of all other files */
  ignored: string[];
}

/**
 * Reads the known CSV files of a LinkedIn data export in memory, in UTF-8, UTF-16 or Windows-1252.
 * @throws {ImportFailed} `archive`, `archive-without-files`
 */
export async function readLinkedInArchive(bytes: Uint8Array): Promise<LinkedInArchive> {
  let archive: ZipFiles;
  try {
    archive = await readZip(bytes, exportFileOf);
  } catch {
    throw new ImportFailed('archive');
  }
  if (archive.files.size === 0) throw new ImportFailed('archive-without-files');
  return {
    files: new Map([...archive.files].map(([name, file]) => [name, decodeText(file)])),
    ignored: archive.ignored,
  };
}
