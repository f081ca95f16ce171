import { TenantId } from '../ids/ids';
import { TenantShares } from './tenant-shares';

const [one, two] = [TenantId('one'), TenantId('two')];

/** Work that ends when the test ends it. */
function openWork() {
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  return { ends, work };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('TenantShares', () => {
  it('gives a tenant half of the connections and another one at once', async () => {
    const shares = new TenantShares(4);
    const { ends, work } = openWork();
    const running = Array.from({ length: 5 }, () => shares.run(one, work));
    await turn();
    expect(ends).toHaveLength(2);
    await shares.run(two, () => Promise.resolve());
    for (let ended = 0; ended < 5; ended += 1) {
      ends[ended]?.();
      await turn();
    }
    await Promise.all(running);
    expect(ends).toHaveLength(5);
  });

  it('frees the connection of a tenant when its work fails', async () => {
    const shares = new TenantShares(1);
    const failing = shares.run(one, () => Promise.reject(new Error('a defect')));
    await expect(Promise.all([failing, shares.run(one, turn)])).rejects.toThrow('a defect');
    await expect(shares.run(one, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('rejects work at once when too much work of a tenant is waiting', async () => {
    const shares = new TenantShares(2);
    const { ends, work } = openWork();
    const waiting = Array.from({ length: 1_001 }, () => shares.run(one, work));
    await expect(shares.run(one, work)).rejects.toMatchObject({ code: 'request.busy' });
    for (let ended = 0; ended < 1_001; ended += 1) {
      ends[ended]?.();
      await turn();
    }
    await Promise.all(waiting);
  });
});
