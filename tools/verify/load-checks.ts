import { type Actor } from '@canar/actor';
import type { Report, Observation } from './report';

/** A load: a number of requests, and how many of them are concurrent. */
interface Load {
  readonly requests: number;
  readonly concurrency: number;
}

/** The loads of the deployment guide: `ab -n 1000 -c 10` on health, `ab -n 100 -c 5` on the user. */
const guideLoads = {
  health: { requests: 1000, concurrency: 10 },
  user: { requests: 100, concurrency: 5 },
} as const satisfies Record<string, Load>;

/** Requests both addresses under load; every response must be 200, and half of them as fast as the guide expects. */
export async function checkUnderLoad(report: Report, address: string, actor: Actor, withinMs: number): Promise<void> {
  const expected = (statuses: string) => `${statuses}, median < ${withinMs} ms`;
  await report.check(named('/api/auth/health', guideLoads.health), expected('1000 × 200'), () =>
    underLoad(() => statusAt(`${address}/api/auth/health`), guideLoads.health, withinMs),
  );
  await report.check(named('/api/user', guideLoads.user), expected('100 × 200'), () =>
    underLoad(() => statusOf(actor.get('/api/user')), guideLoads.user, withinMs),
  );
}

async function underLoad(
  ask: () => Promise<number>,
  { requests, concurrency }: Load,
  withinMs: number,
): Promise<Observation> {
  const times: number[] = [];
  let failed = 0;
  let left = requests;
  const started = performance.now();
  const caller = async () => {
    while (left-- > 0) {
      const asked = performance.now();
      const status = await ask();
      times.push(performance.now() - asked);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  const perSecond = Math.round(requests / ((performance.now() - started) / 1000));
  times.sort((a, b) => a - b);
  const [median, slow] = [times[Math.floor(requests * 0.5)] ?? 0, times[Math.floor(requests * 0.95)] ?? 0];
  return {
    seen: `${requests - failed} × 200, median ${ms(median)}, 95 % within ${ms(slow)}, ${perSecond} requests/s`,
    passes: failed === 0 && median < withinMs,
  };
}

/** The status of a response that was read to its end; 0 when there was none. */
async function statusOf(asked: Promise<Response>): Promise<number> {
  const answer = await asked.catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
}

const statusAt = (url: string) => statusOf(fetch(url, { signal: AbortSignal.timeout(30_000) }));
const named = (path: string, { requests, concurrency }: Load) => `${path}, ${requests} requests by ${concurrency}`;
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
