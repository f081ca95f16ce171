import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that contain résumés by other authors, in the formats of ten years. */
export const packages = [
  '@jsonresume/schema',
  '@jsonresume/sample-data',
  'jsonresume-theme-macchiato',
  'jsonresume-theme-onepage',
  'jsonresume-theme-stackoverflow',
] as const;

/** A file of a package. */
export interface ShippedFile {
  /** package and path in it */
  name: string;
  path: string;
}

/** Every file of a package that is named like a résumé. @param extension with its dot */
export function resumesOf(name: (typeof packages)[number], extension: '.json' | '.pdf'): ShippedFile[] {
  const folder = folderOf(name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension) && path.includes('resume') && !path.startsWith('node_modules'))
    .sort()
    .map((path) => ({ name: `${name}/${path}`, path: join(folder, path) }));
}

/** The résumé in a file. */
export function readResume({ path }: ShippedFile): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

/** The folder of an installed package, found without loading its entry point. */
function folderOf(name: string): string {
  const places = require.resolve.paths(name) ?? [];
  const folder = places.map((place) => join(place, name)).find((place) => readdirSafe(place).includes('package.json'));
  if (!folder) throw new Error(`${name} is not installed.`);
  return folder;
}

function readdirSafe(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
