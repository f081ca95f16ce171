import { setTimeout as pause } from 'node:timers/promises';
import type { Sight } from './report';

/** What a typed request gives. */
export interface Answer<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/** How a refusal or a surprise is told: its status, and the product's own code for it. */
export function told({ error, response }: Answer<unknown>): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? ` ${String(error.code)}` : '';
  return `${response.status}${code}`;
}

/** An answer must have this status; `and` must hold for its body. The value is the body. */
export async function answered<Body>(
  request: Promise<Answer<Body>>,
  status: number,
  and: (body: Body) => boolean = () => true,
  tell: (body: Body) => string = () => '',
): Promise<Sight<Body>> {
  const answer = await request;
  const { data, response } = answer;
  if (response.status !== status || data === undefined) return { seen: told(answer), holds: false };
  return { seen: `${status} ${tell(data)}`.trim(), holds: and(data), value: data };
}

/** An answer whose body says nothing must have this status. */
export async function statusOf(request: Promise<Answer<unknown>>, status: number): Promise<Sight> {
  const answer = await request;
  return { seen: told(answer), holds: answer.response.status === status };
}

/**
 * Looks again and again until it holds, for what happens in its own time.
 * @param withinMs how long it may take
 * @returns the last sight
 */
export async function eventually<Value>(look: () => Promise<Sight<Value>>, withinMs = 15_000): Promise<Sight<Value>> {
  for (const deadline = performance.now() + withinMs; ; await pause(100)) {
    const sight = await look();
    if (sight.holds || performance.now() > deadline) return sight;
  }
}
