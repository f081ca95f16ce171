import fc from 'fast-check';
import { Logger } from '@nestjs/common';
import { ProfileId, SessionId, ShareLinkId, TenantId } from '../platform/ids/ids';
import { NoMetrics } from '../platform/observability/metrics';
import { devices, otherHosts, type Visit, visitKinds } from './domain/visit';
import { countsOf, type Facet, maxHosts, type TalliedVisit, type VisitCount } from './domain/visit-tally';
import { VisitCounter } from './visit-counter';
import { type Outcome, VisitStore } from './visit-store';

/** How an attempt to write ends. */
type Ending = 'written' | 'refused' | 'lost before the commit' | 'lost after the commit' | 'found in progress first';
const endings: Ending[] = [
  'written',
  'refused',
  'lost before the commit',
  'lost after the commit',
  'found in progress first',
];

/** A store that fails on demand and records what it committed. */
class FailingStore extends VisitStore {
  readonly counts: VisitCount[] = [];
  attempts = 0;
  private readonly outcomes = new Map<string, Outcome[]>();

  constructor(
    private readonly endings: Ending[],
    private readonly owners = new Map<SessionId, TenantId>(),
  ) {
    super();
  }

  async add(visits: readonly TalliedVisit[], begun: (transaction: string) => void): Promise<void> {
    const ending = this.endings.shift() ?? 'written';
    const transaction = String((this.attempts += 1));
    if (ending === 'refused') throw new Error('no connection');
    begun(transaction);
    const lost = ending === 'lost before the commit';
    if (!lost) this.counts.push(...countsOf(visits, this.owners));
    const first: Outcome[] = ending === 'found in progress first' ? ['in progress'] : [];
    this.outcomes.set(transaction, [...first, lost ? 'aborted' : 'committed']);
    if (ending !== 'written') throw new Error('the connection is gone');
  }

  async outcome(transaction: string): Promise<Outcome> {
    const outcomes = this.outcomes.get(transaction) ?? [];
    return (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? null;
  }

  async deleteBefore(): Promise<number> {
    return 0;
  }

  sum(facet: Facet, value?: string): number {
    const counted = this.counts.filter((row) => row.facet === facet && (value === undefined || row.value === value));
    return counted.reduce((total, { count }) => total + count, 0);
  }
}

const someVisit = fc.record({
  tenantId: fc.constantFrom('tenant-1', 'tenant-2').map(TenantId),
  profileId: fc.constantFrom('profile-1', 'profile-2').map(ProfileId),
  day: fc.constantFrom('2026-01-01', '2026-01-02'),
  kind: fc.constantFrom(...visitKinds),
  device: fc.constantFrom(...devices),
  referrer: fc.oneof(fc.constantFrom('', '*', 'linkedin.com'), fc.domain()),
  linkId: fc.constantFrom(null, ShareLinkId('link-1'), ShareLinkId('link-2')),
  sessionId: fc.constantFrom(null, SessionId('of-tenant-1'), SessionId('unknown')),
});
const owners = new Map([[SessionId('of-tenant-1'), TenantId('tenant-1')]]);
const isOwn = ({ sessionId, tenantId }: Visit) => sessionId !== null && owners.get(sessionId) === tenantId;

const visit: Visit = {
  tenantId: TenantId('tenant-1'),
  profileId: ProfileId('profile-1'),
  day: '2026-01-01',
  kind: 'page',
  device: 'desktop',
  referrer: '',
  linkId: null,
  sessionId: null,
};

beforeEach(() => Logger.overrideLogger(false));

describe('counting visits', () => {
  it('counts each visit exactly once, wherever writing fails', async () => {
    const step = fc.oneof({ arbitrary: someVisit, weight: 4 }, { arbitrary: fc.constant('flush' as const), weight: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.array(fc.constantFrom(...endings)),
        async (steps, ends) => {
          const store = new FailingStore([...ends], owners);
          const counter = new VisitCounter(store, new NoMetrics());
          for (const one of steps) {
            if (one === 'flush') await counter.flush();
            else counter.note(one);
          }
          for (let left = ends.length * 3 + 2; left > 0; left -= 1) await counter.flush();
          const seen = steps.filter((one) => one !== 'flush').filter((one) => !isOwn(one));
          const views = seen.filter(({ kind }) => kind === 'page');
          expect(store.sum('kind')).toBe(seen.length);
          expect([store.sum('device'), store.sum('referrer')]).toEqual([views.length, views.length]);
          expect(store.sum('link', 'link-1')).toBe(views.filter(({ linkId }) => linkId === 'link-1').length);
          expect(store.sum('link') + store.sum('link-download')).toBe(seen.filter(({ linkId }) => linkId).length);
        },
      ),
    );
  });

  it('runs no query when no visits are waiting', async () => {
    const store = new FailingStore([]);
    await new VisitCounter(store, new NoMetrics()).flush();
    expect(store.attempts).toBe(0);
  });

  it('writes visits that arrive during a flush with the next one', async () => {
    const store = new FailingStore([]);
    const counter = new VisitCounter(store, new NoMetrics());
    counter.note(visit);
    const writing = counter.flush();
    await Promise.resolve();
    counter.note(visit);
    await writing;
    await counter.flush();
    expect([store.sum('kind'), store.attempts]).toEqual([2, 2]);
  });

  it('separates fifty referrers per page and day and counts the others as one', async () => {
    const store = new FailingStore([]);
    const counter = new VisitCounter(store, new NoMetrics());
    for (let host = 0; host < maxHosts + 20; host += 1) counter.note({ ...visit, referrer: `${host}.example` });
    counter.note({ ...visit, referrer: '3.example' });
    counter.note({ ...visit, day: '2026-01-02', referrer: 'fresh.example' });
    await counter.flush();
    const values = ['3.example', otherHosts, 'fresh.example'];
    expect(values.map((value) => store.sum('referrer', value))).toEqual([2, 20, 1]);
  });

  it('drops visits over the limit and reports how many', async () => {
    const metrics = new NoMetrics();
    const count = jest.spyOn(metrics, 'count');
    const store = new FailingStore([]);
    const counter = new VisitCounter(store, metrics);
    for (let profile = 0; profile < 10_003; profile += 1)
      counter.note({ ...visit, profileId: ProfileId(String(profile)) });
    counter.note({ ...visit, profileId: ProfileId('1') });
    await counter.flush();
    expect(store.sum('kind')).toBe(10_001);
    expect(count.mock.calls).toEqual([['ViewsDropped', 3]]);
  });
});
