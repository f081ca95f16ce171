import { hash, verify } from '@node-rs/argon2';
import { comparedRow } from './figures';
import { loadRound } from './load';
import { MeasuredProduct } from './product';
import { isShort, report } from './report';

const rounds = isShort ? 1 : 7;
const seconds = isShort ? 2 : 5;
const atOnce = 8;
const goal = 0.9;

/** Those of the product (auth/passwords). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const method = `A person signs in with the right password on a device that is known, ${atOnce} at a time, at one process with the settings of a deployment; ${rounds}
rounds of ${seconds} s each, in turns. The limit is the verification of a password by argon2id with the same parameters alone, as many at a time, in a process
that does nothing else.`;

/** Verifications a second. */
async function verifications(stored: string, password: string): Promise<number> {
  let done = 0;
  const end = performance.now() + seconds * 1_000;
  const workers = Array.from({ length: atOnce }, async () => {
    for (; performance.now() < end; done += 1) await verify(stored, password);
  });
  await Promise.all(workers);
  return done / seconds;
}

/** Compares sign-ins with the verification of their passwords alone. */
export async function benchSignIn(): Promise<void> {
  const product = await MeasuredProduct.start({ RATE_LIMITS: 'relaxed', DATABASE_POOL_SIZE: '8' });
  try {
    const { email, password } = (await product.subscriber()).account;
    const url = `${product.origin}/api/login`;
    const body = JSON.stringify({ email, password });
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    const first = await fetch(url, { method: 'POST', headers, body });
    headers['cookie'] = first.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .filter((cookie) => cookie?.includes('device'))
      .join('; ');
    const signIns = async () =>
      (await loadRound(url, product.pid, seconds, { method: 'POST', headers, body, connections: atOnce }))
        .requestsPerSecond;
    const stored = await hash(password, parameters);
    await signIns();
    const measured = { limit: [] as number[], ours: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      measured.limit.push(await verifications(stored, password));
      measured.ours.push(await signIns());
    }
    const show = (value: number) => value.toFixed(0);
    const row = comparedRow(measured, { what: 'sign-ins/s', show, goal: `≥ ${goal}`, meets: (ratio) => ratio >= goal });
    await report({ name: 'sign-in', title: 'Sign-in', method, rows: [row] });
  } finally {
    await product.close();
  }
}
