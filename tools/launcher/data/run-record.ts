import { readFile, rm, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import type { DataDir } from './data-dir';
import { LaunchError } from '../terminal/launch.errors';
import { endProcess, isProcess } from './processes';

const record = z.object({
  /** Process ids. */
  launcher: z.int().positive(),
  api: z.int().positive().nullable(),
  url: z.string().nullable(),
});

/** The processes that run on a dataDir: one launcher at a time. */
type RunRecord = z.infer<typeof record>;

const LAUNCHER = 'launcher';
const API = 'main.mjs';

/** The run on this dataDir, or null when none is running. */
export async function currentRun(dataDir: DataDir): Promise<RunRecord | null> {
  const run = await readRecord(dataDir);
  return run && (await isProcess(run.launcher, LAUNCHER)) ? run : null;
}

/**
 * Locks the dataDir for this process, and ends the API that a killed launcher may have left.
 * @throws LaunchError when another launcher runs on it
 */
export async function claimDataDir(dataDir: DataDir): Promise<void> {
  const left = await readRecord(dataDir);
  if (left && left.launcher !== process.pid && (await isProcess(left.launcher, LAUNCHER))) {
    const where = left.url ? ` at ${left.url}` : '';
    throw new LaunchError(
      `Canar already runs on ${dataDir.root}${where} (process ${left.launcher}): stop that one first.`,
    );
  }
  if (left?.api && (await isProcess(left.api, API))) await endProcess(left.api, API);
  await rm(dataDir.run, { force: true });
  await writeFile(dataDir.run, JSON.stringify({ launcher: process.pid, api: null, url: null }), { flag: 'wx' }).catch(
    () => {
      throw new LaunchError(`Another Canar is starting on ${dataDir.root} at this moment.`);
    },
  );
}

/** Records the process and the address of the API. */
export async function recordApi(dataDir: DataDir, api: number, url: string): Promise<void> {
  await writeFile(dataDir.run, JSON.stringify({ launcher: process.pid, api, url } satisfies RunRecord));
}

/** Unlocks the dataDir. */
export async function releaseDataDir(dataDir: DataDir): Promise<void> {
  await rm(dataDir.run, { force: true });
}

async function readRecord(dataDir: DataDir): Promise<RunRecord | null> {
  const text = await readFile(dataDir.run, 'utf8').catch(() => '');
  try {
    return record.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
