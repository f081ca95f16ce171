import { randomBytes, randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import { LaunchError } from '../terminal/launch.errors';

const secrets = z.object({
  jwtSecret: z.string().min(32),
  sandboxSecret: z.string().min(32),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  samplePassword: z.string().min(12),
});

/** What the run on this machine made up for itself and must find again after a restart. */
export type Secrets = z.infer<typeof secrets>;

/**
 * The kept secrets; those that are missing are made up and kept, readable by this user only.
 * @throws LaunchError when the file cannot be understood: making up new ones would lock its owner out
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const kept = secrets.partial().safeParse(parseJson(text));
  if (!kept.success) {
    throw new LaunchError(
      `The file ${file} is damaged: restore it, or delete it together with the database beside it.`,
    );
  }
  const complete = { ...randomSecrets(), ...kept.data };
  if (Object.keys(kept.data).length === Object.keys(complete).length) return complete;
  await writeFile(`${file}.new`, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return complete;
}

function randomSecrets(): Secrets {
  const random = () => randomBytes(32).toString('base64url');
  return {
    jwtSecret: random(),
    sandboxSecret: random(),
    ownerPassword: random(),
    appPassword: random(),
    samplePassword: readablePassword(),
  };
}

/** Four groups of four letters and digits that are hard to mistake for one another: 80 bits. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: 4 }, group).join('-');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
