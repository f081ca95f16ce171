import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faceFilesOf } from '@canar/profile-print';

/** Installed families that replace those of common devices (Palatino, Garamond, Avenir …) in the templates' font stacks. */
const families = ['Source Serif 4', 'EB Garamond', 'Fraunces', 'Figtree', 'Source Sans 3', 'IBM Plex Sans'];

/**
 * An environment in which a browser has fonts similar to the templates' and one for every script, as readers' devices do; a bare
 * machine has a single Latin font.
 * @param folder where the browser's font configuration is written
 */
export function browserWithFacesFor(text: string, folder: string): Record<string, string> {
  const faces = families.flatMap((family) => [...faceFilesOf(text, family, 400), ...faceFilesOf(text, family, 600)]);
  const folders = [...new Set(faces.map(({ path }) => dirname(path)))].map((name) => `<dir>${name}</dir>`);
  const file = join(folder, 'fonts.conf');
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${system}${folders.join('')}</fontconfig>\n`);
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: file };
}
