import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faceFilesOf } from '@canar/profile-print';

/**
 * The environment in which a browser has a face for every script in a text, as the devices of readers do; a bare machine has Latin alone.
 * @param folder where the browser's font configuration is written
 */
export async function browserWithFacesFor(text: string, folder: string): Promise<Record<string, string>> {
  const faces = [...(await faceFilesOf(text, 'Figtree', 400)), ...(await faceFilesOf(text, 'Figtree', 600))];
  const folders = [...new Set(faces.map(({ path }) => dirname(path)))].map((name) => `<dir>${name}</dir>`);
  const file = join(folder, 'fonts.conf');
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${system}${folders.join('')}</fontconfig>\n`);
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: file };
}
