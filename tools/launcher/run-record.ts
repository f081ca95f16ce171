import { readFile, rm, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import type { Home } from './home';
import { LaunchError } from './launch.errors';
import { endProcess, isProcess } from './processes';

const record = z.object({
  /** Process ids. */
  launcher: z.int().positive(),
  api: z.int().positive().nullable(),
  url: z.string().nullable(),
});

/** What runs on a home now: one launcher at a time. */
export type RunRecord = z.infer<typeof record>;

const LAUNCHER = 'launcher';
const API = 'main.mjs';

/** The run on this home, or null when none is alive. */
export async function currentRun(home: Home): Promise<RunRecord | null> {
  const run = await readRecord(home);
  return run && (await isProcess(run.launcher, LAUNCHER)) ? run : null;
}

/**
 * Takes the home for this process, and ends the API that a killed launcher may have left.
 * @throws LaunchError when another launcher runs on it
 */
export async function claimHome(home: Home): Promise<void> {
  const left = await readRecord(home);
  if (left && left.launcher !== process.pid && (await isProcess(left.launcher, LAUNCHER))) {
    const where = left.url ? ` at ${left.url}` : '';
    throw new LaunchError(
      `Canar already runs on ${home.root}${where} (process ${left.launcher}): stop that one first.`,
    );
  }
  if (left?.api && (await isProcess(left.api, API))) await endProcess(left.api, API);
  await rm(home.run, { force: true });
  await writeFile(home.run, JSON.stringify({ launcher: process.pid, api: null, url: null }), { flag: 'wx' }).catch(
    () => {
      throw new LaunchError(`Another Canar is starting on ${home.root} at this moment.`);
    },
  );
}

/** Notes which API serves where. */
export async function recordApi(home: Home, api: number, url: string): Promise<void> {
  await writeFile(home.run, JSON.stringify({ launcher: process.pid, api, url } satisfies RunRecord));
}

/** Gives the home free. */
export async function releaseHome(home: Home): Promise<void> {
  await rm(home.run, { force: true });
}

async function readRecord(home: Home): Promise<RunRecord | null> {
  const text = await readFile(home.run, 'utf8').catch(() => '');
  try {
    return record.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
