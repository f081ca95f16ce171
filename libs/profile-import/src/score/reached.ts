import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reached } from './measure';

export const reachedPath = join(__dirname, '../../corpus/reached.json');

/** The scores that the corpus has reached; `npx nx run profile-import:corpus` writes them, and fails when one falls. */
export function readReached(): Reached {
  return JSON.parse(readFileSync(reachedPath, 'utf8')) as Reached;
}
