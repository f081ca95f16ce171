import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { CollectedFile } from '../../platform/account-data/collected-file';

const readme = 'README.txt';

/**
 * Writes a ZIP archive of files, with a README that names each. One file is read at a time, piece by piece.
 * @param path of a file that does not exist
 */
export async function writeArchive(path: string, files: readonly CollectedFile[], now: Date): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: unknown) => output.destroy(error as Error));
  zip.addBuffer(Buffer.from(readmeOf(files, now)), readme, { mtime: now });
  for (const file of files) {
    zip.addReadStreamLazy(file.path, { mtime: now }, (give) => give(null, Readable.from(file.contents())));
  }
  zip.end();
  await pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

function readmeOf(files: readonly CollectedFile[], now: Date): string {
  const lines = files.map(({ path, about }) => `${path}\n    ${about}`);
  return [
    `This is everything that Canar stores of you, as of ${now.toISOString()}.`,
    'Times are in UTC. The files are JSON (UTF-8), PDF and JPEG.',
    'Profiles of an organisation that others belong to, too, are the organisation’s and not part of it: export each of them in the editor.',
    'Not part of it: hashes of your password and of links and codes, and the secrets of share links.',
    ...lines,
    '',
  ].join('\n\n');
}
