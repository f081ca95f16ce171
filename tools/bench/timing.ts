import { Actor } from '@canar/actor';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';
import { quantile } from './statistics';

const samples = Number(process.env['SAMPLES'] ?? 2_000);
const warmUp = 40;
const resamples = 2_000;

const method = `Sign-ins with a wrong password over loopback, one at a time, for four groups of accounts in random order: two groups of known addresses and two of
unknown ones, ${samples} requests each. The limit is the difference between the medians of the two known groups; ours is that between known and unknown
addresses. In brackets the 95 % interval by bootstrap (${resamples} resamples). Each request has an account and an address of its own turn, so that no limit answers.`;

type Group = 'known A' | 'known B' | 'unknown A' | 'unknown B';
const groups: readonly Group[] = ['known A', 'known B', 'unknown A', 'unknown B'];

/** Number of accounts of a group: enough that none exceeds its limit of wrong passwords. */
const accountsOfGroup = 100;
const maxWrongAtOnce = 25;

function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
}

async function signIn(origin: string, email: string, address: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${origin}/api/login`, {
    method: 'POST',
    body: JSON.stringify({ email, password: 'not the right one 8' }),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
  });
  await answer.arrayBuffer();
  if (answer.status !== 401) throw new Error(`A wrong password was answered with ${answer.status}.`);
  return performance.now() - begun;
}

const medianOf = (times: readonly number[]): number => quantile([...times], 0.5);

function difference(a: readonly number[], b: readonly number[]): { value: number; low: number; high: number } {
  const pick = (times: readonly number[]) =>
    Array.from(times, () => times[Math.floor(Math.random() * times.length)] as number);
  const spread = Array.from({ length: resamples }, () => medianOf(pick(a)) - medianOf(pick(b)));
  return { value: medianOf(a) - medianOf(b), low: quantile(spread, 0.025), high: quantile(spread, 0.975) };
}

/** Measures whether the time of a sign-in reveals which addresses are known. */
export async function benchTiming(): Promise<void> {
  const product = await MeasuredProduct.start({ TRUST_PROXY: '1', RATE_LIMITS: 'standard' });
  try {
    const accounts = await accountsOf(product.origin);
    const times = new Map<Group, number[]>(groups.map((group) => [group, []]));
    const order = shuffled(groups.flatMap((group) => Array.from({ length: samples + warmUp / 4 }, () => group)));
    const turns = new Map<Group, number>();
    for (const [index, group] of order.entries()) {
      const turn = turns.get(group) ?? 0;
      turns.set(group, turn + 1);
      const email = accounts.get(group)?.[turn % accountsOfGroup] as string;
      const time = await signIn(product.origin, email, addressOf(index));
      if (index >= warmUp) times.get(group)?.push(time);
    }
    await report({ name: 'timing', title: 'Sign-in of known and unknown addresses', method, rows: rowsOf(times) });
  } finally {
    await product.close();
  }
}

/** A different IP address for each request. */
function addressOf(index: number): string {
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

/** The e-mail addresses of each group; those of the known groups have an account. */
async function accountsOf(origin: string): Promise<Map<Group, string[]>> {
  if (samples > accountsOfGroup * maxWrongAtOnce) throw new Error('Too few accounts for so many wrong passwords.');
  const found = new Map<Group, string[]>();
  let registered = 0;
  for (const group of groups) {
    const emails = Array.from(
      { length: accountsOfGroup },
      (_, index) => `${group.replace(' ', '-')}-${index}@example.in`,
    );
    found.set(group, emails);
    if (!group.startsWith('known')) continue;
    for (const email of emails) {
      registered += 1;
      const { password } = new Actor(origin).account;
      const answer = await fetch(`${origin}/api/register`, {
        method: 'POST',
        body: JSON.stringify({ email, password, name: 'Asha Rao' }),
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `11.0.${registered >> 8}.${registered & 255}`,
        },
      });
      await answer.arrayBuffer();
      if (answer.status !== 201) throw new Error(`Registering was answered with ${answer.status}.`);
    }
  }
  return found;
}

const allowedMs = 0.2;

function rowsOf(times: ReadonlyMap<Group, number[]>): Row[] {
  const of = (group: Group) => times.get(group) ?? [];
  const known = [...of('known A'), ...of('known B')];
  const unknown = [...of('unknown A'), ...of('unknown B')];
  const control = difference(of('known A'), of('known B'));
  const ours = difference(known, unknown);
  const written = ({ value, low, high }: typeof ours) =>
    `${value.toFixed(3)} ms (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return [
    {
      what: `difference of medians, ${known.length} known and ${unknown.length} unknown`,
      limit: written(control),
      ours: written(ours),
      ratio: '–',
      goal: `size ≤ the limit + ${allowedMs} ms`,
      met: Math.abs(ours.value) <= Math.abs(control.value) + allowedMs,
    },
    {
      what: 'median of a sign-in with a wrong password',
      limit: `${medianOf(known).toFixed(2)} ms known`,
      ours: `${medianOf(unknown).toFixed(2)} ms unknown`,
      ratio: '–',
      goal: '–',
      met: null,
    },
  ];
}
