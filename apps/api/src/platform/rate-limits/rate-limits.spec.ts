import type { RedisConnection } from '../cache/redis-connection';
import type { Config } from '../config/config';
import { RateLimits } from './rate-limits';

const config = { env: { RATE_LIMITS: 'standard' } } as Config;
const noRedis = {} as RedisConnection;

/** How many of the requests of these addresses are let through. */
async function passed(limits: RateLimits, addresses: readonly string[]): Promise<number> {
  let count = 0;
  for (const address of addresses) {
    const taken = await limits.consume('register.address', address).catch(() => null);
    if (taken) count += 1;
  }
  return count;
}

const times = <T>(length: number, value: (index: number) => T) => Array.from({ length }, (_, index) => value(index));

describe('RateLimits', () => {
  it('limits an IPv6 /64 like an address, and a /56 to five times as many', async () => {
    const limits = new RateLimits(config, noRedis);
    expect(
      await passed(
        limits,
        times(8, (n) => `2001:db8:0:1100::${n + 1}`),
      ),
    ).toBe(5);
    expect(
      await passed(
        limits,
        times(64, (n) => `2001:db8:0:11${(n + 16).toString(16)}::1`),
      ),
    ).toBe(20);
    expect(
      await passed(
        limits,
        times(8, (n) => `2001:db8:0:1200::${n + 1}`),
      ),
    ).toBe(5);
  });

  it('counts failures, and subtracts successes again', async () => {
    const limits = new RateLimits(config, noRedis);
    const refused: string[] = [];
    const attempt = (work: () => Promise<string>) =>
      limits
        .countFailures([['sign-in.account-address', 'asha 2001:db8::1']], work, (name) => refused.push(name))
        .catch(({ message }: Error) => message);
    for (const _ of times(60, () => 0)) expect(await attempt(() => Promise.resolve('in'))).toBe('in');
    for (const _ of times(10, () => 0)) expect(await attempt(() => Promise.reject(new Error('wrong')))).toBe('wrong');
    expect(await attempt(() => Promise.resolve('in'))).toMatch(/too many/i);
    expect(refused).toEqual(['sign-in.account-address']);
  });
});
