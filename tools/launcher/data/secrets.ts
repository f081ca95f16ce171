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

/** Random secrets of the installation on this machine. */
export type Secrets = z.infer<typeof secrets>;

/**
 * The stored secrets; missing ones are created and stored, readable by this user only.
 * @throws LaunchError when the file cannot be parsed: new secrets would lock its owner out
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const stored = secrets.partial().safeParse(parseJson(text));
  if (!stored.success) {
    throw new LaunchError(
      `The file ${file} is damaged: restore it, or delete it together with the database beside it.`,
    );
  }
  const complete = { ...randomSecrets(), ...stored.data };
  if (Object.keys(stored.data).length === Object.keys(complete).length) return complete;
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
