import { readFileSync } from 'node:fs';
import type { Actor } from '@canar/actor';
import { zipOf } from '@canar/profile-import/testing';

/** A draft of 408 kB that is within the limits of a document: 90 positions with 500 highlights each. */
export const largeDocument = {
  basics: { name: 'Large' },
  work: Array.from({ length: 90 }, (_, index) => ({
    name: `Company ${index}`,
    highlights: Array.from({ length: 500 }, () => 'x y z'),
  })),
};

/** A LinkedIn export of 34 kB whose four files have 1.9 million rows each. */
export function archiveOfRows(): Buffer {
  const rows = 's\n'.repeat(1_900_000);
  const names = ['Skills', 'Courses', 'Projects', 'Honors'];
  return zipOf(names.map((name) => ({ name: `${name}.csv`, content: `Name\n${rows}` })));
}

/** A file that is imported into a profile. */
export interface ImportedFile {
  readonly body: Buffer;
  readonly type: 'application/zip' | 'application/pdf' | 'application/json';
}

/** Imports a file. @returns the status of the response */
export function importFile(
  actor: Actor,
  address: string,
  profile: string,
  { body, type }: ImportedFile,
): Promise<number> {
  return statusOf(actor, address, `/api/profiles/${profile}/import`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': type },
  });
}

/** Sends a request of a signed-in actor from an address, and reads the whole response. @returns its status */
export async function statusOf(actor: Actor, address: string, path: string, init: RequestInit = {}): Promise<number> {
  const headers = { authorization: `Bearer ${actor.accessToken}`, 'x-forwarded-for': address, ...init.headers };
  const answer = await fetch(`${actor.origin}${path}`, { ...init, headers });
  await answer.arrayBuffer();
  return answer.status;
}

/** The processor seconds and the resident megabytes of a process. */
export function useOf(pid: number): { cpu: number; megabytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const [, resident = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
  return { cpu: (Number(stat[11]) + Number(stat[12])) / 100, megabytes: (resident * 4096) / 2 ** 20 };
}
