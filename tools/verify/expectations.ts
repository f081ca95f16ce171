import { setTimeout as pause } from 'node:timers/promises';
import type { ApiResult } from '@canar/actor';
import type { Observation } from './report';

/** The status of a response and the code of its problem. */
export function statusAndCode({ error, response }: ApiResult<unknown>): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? ` ${String(error.code)}` : '';
  return `${response.status}${code}`;
}

/** Passes when the response has this status and its body matches. The value is the body. */
export async function expectBody<Body>(
  request: Promise<ApiResult<Body>>,
  status: number,
  matches: (body: Body) => boolean = () => true,
  describe: (body: Body) => string = () => '',
): Promise<Observation<Body>> {
  const result = await request;
  const { data, response } = result;
  if (response.status !== status || data === undefined) return { seen: statusAndCode(result), passes: false };
  return { seen: `${status} ${describe(data)}`.trim(), passes: matches(data), value: data };
}

/** Passes when the response has this status. */
export async function expectStatus(request: Promise<ApiResult<unknown>>, status: number): Promise<Observation> {
  const result = await request;
  return { seen: statusAndCode(result), passes: result.response.status === status };
}

/**
 * Repeats an observation until it passes.
 * @param withinMs how long it may take
 * @returns the last observation
 */
export async function eventually<Value>(
  observe: () => Promise<Observation<Value>>,
  withinMs = 15_000,
): Promise<Observation<Value>> {
  for (const deadline = performance.now() + withinMs; ; await pause(100)) {
    const observation = await observe();
    if (observation.passes || performance.now() > deadline) return observation;
  }
}
