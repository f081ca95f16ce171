import fc from 'fast-check';
import { graceSeconds, judgeRefresh, provenBy, refreshed, type RefreshState, type RefreshVerdict } from './refresh';

const begin = Date.parse('2026-01-01T00:00:00Z');
const at = (second: number) => new Date(begin + second * 1000);
const fresh: RefreshState = {
  generation: 0,
  provenGeneration: 0,
  skippedGeneration: -1,
  rotatedAt: at(0),
  sharedAt: null,
};

/** What the server stores of a session, and what it answers. */
class Family {
  private state = fresh;
  ended = false;

  /** @returns the cookie (null: it stays) and the generation of the access token; null once the session has ended */
  present(token: number, second: number): { verdict: RefreshVerdict; cookie: number | null; access: number } | null {
    const verdict = judgeRefresh(token, this.state, at(second));
    if (this.ended || verdict === 'end-session') {
      this.ended = true;
      return null;
    }
    this.state = refreshed(token, this.state, verdict, at(second));
    const { generation } = this.state;
    return { verdict, cookie: verdict === 'keep' ? null : generation, access: generation };
  }

  call(access: number): void {
    this.state = { ...this.state, provenGeneration: provenBy(access, this.state) };
  }
}

const verdictOf = (token: number, changed: Partial<RefreshState>, second: number) =>
  judgeRefresh(token, { ...fresh, generation: 4, provenGeneration: 3, ...changed }, at(second));

describe('judgeRefresh', () => {
  it('rotates the newest token', () => {
    expect(verdictOf(4, {}, 900)).toBe('rotate');
  });

  it('gives the current token to one generation behind within the grace', () => {
    expect(verdictOf(3, { provenGeneration: 4 }, graceSeconds)).toBe('give-current');
  });

  it('keeps the newest token while another answer with it may be under way', () => {
    expect(verdictOf(4, { sharedAt: at(10) }, 10 + graceSeconds)).toBe('keep');
    expect(verdictOf(4, { sharedAt: at(10) }, 11 + graceSeconds)).toBe('rotate');
  });

  it('issues again what was lost, until a newer token or its access token is seen', () => {
    expect(verdictOf(3, {}, 86_400)).toBe('issue-again');
    expect(verdictOf(3, { provenGeneration: 4 }, graceSeconds + 1)).toBe('end-session');
  });

  it.each([
    ['one that was replaced', 3, { provenGeneration: 4 }, graceSeconds + 1],
    ['two generations behind', 2, {}, 1],
    ['the first one', 0, {}, 1],
    ['one that was passed over', 4, { generation: 5, skippedGeneration: 4 }, graceSeconds + 1],
    ['one that was never given', 5, {}, 1],
  ])('ends the session for %s', (_, token, changed, second) => {
    expect(verdictOf(token, changed, second)).toBe('end-session');
  });

  it('takes one that was passed over for thirty seconds more, as a late answer', () => {
    expect(verdictOf(4, { generation: 5, skippedGeneration: 4 }, graceSeconds)).toBe('give-current');
  });
});

describe('provenBy', () => {
  it('knows the newest generation that was presented, and never goes back', () => {
    expect(provenBy(4, { provenGeneration: 3, skippedGeneration: -1 })).toBe(4);
    expect(provenBy(2, { provenGeneration: 3, skippedGeneration: -1 })).toBe(3);
  });

  it('takes neither a passed over generation nor those before for the last one', () => {
    expect(provenBy(4, { provenGeneration: 3, skippedGeneration: 5 })).toBe(6);
  });
});

/** Something that happens to a browser with one cookie jar and several tabs. */
const tabEvent = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2_000 })),
  tab: fc.integer({ min: 0, max: 3 }),
  act: fc.constantFrom('refresh', 'refresh', 'call'),
  /** Seconds until the answer arrives; null when it is lost. */
  delay: fc.option(fc.integer({ min: 0, max: graceSeconds })),
});

/** What happens to one jar without a thief. @returns whether the session has ended */
function runTabs(events: { wait: number; tab: number; act: string; delay: number | null }[]): boolean {
  const family = new Family();
  const jar = { cookie: 0 };
  const access = new Map<number, number>();
  let underWay: { at: number; arrive: () => void }[] = [];
  let second = 0;
  for (const { wait, tab, act, delay } of events) {
    second += wait;
    const arriving = underWay.filter((answer) => answer.at <= second).sort((a, b) => a.at - b.at);
    underWay = underWay.filter((answer) => answer.at > second);
    arriving.forEach(({ arrive }) => arrive());
    if (act === 'call') {
      const token = access.get(tab);
      if (token !== undefined) family.call(token);
      continue;
    }
    const answer = family.present(jar.cookie, second);
    if (!answer) return true;
    const arrive = () => {
      jar.cookie = answer.cookie ?? jar.cookie;
      access.set(tab, answer.access);
    };
    if (delay !== null) underWay.push({ at: second + delay, arrive });
  }
  return family.ended;
}

/** A refresh by the owner's jar (0) or the thief's (1); every answer arrives and is used. */
const jarEvent = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 2_000 })),
  jar: fc.constantFrom<(0 | 1)[]>(0, 1),
});

describe('the refresh tokens of one browser', () => {
  it('never signs one browser out, whatever answers are late or lost', () => {
    fc.assert(
      fc.property(fc.array(tabEvent, { minLength: 1, maxLength: 60 }), (events) => {
        expect(runTabs(events)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a copied refresh token', () => {
  it('ends the session once two browsers refresh more than thirty seconds apart', () => {
    const schedule = fc.record({
      before: fc.array(jarEvent, { maxLength: 6 }),
      stolen: fc.nat(),
      after: fc.array(jarEvent, { minLength: 1, maxLength: 20 }),
    });
    let noticed = 0;
    fc.assert(
      fc.property(schedule, ({ before, stolen, after }) => {
        const family = new Family();
        const jars: [number, number] = [0, 0];
        const held = [0];
        /** When each jar last got a new generation. */
        const got: [number, number] = [-Infinity, -Infinity];
        let second = 0;
        const refresh = (jar: 0 | 1) => {
          const answer = family.present(jars[jar], second);
          if (!answer) return false;
          jars[jar] = answer.cookie ?? jars[jar];
          if (answer.verdict === 'rotate' || answer.verdict === 'issue-again') got[jar] = second;
          family.call(answer.access);
          return true;
        };
        for (const { wait } of before) {
          second += wait;
          refresh(0);
          held.push(jars[0]);
        }
        jars[1] = held[stolen % held.length] ?? 0;
        // The owner's last refresh before the copy was made counts only for a copy of what it has replaced.
        got[0] = jars[1] === jars[0] ? -Infinity : got[0];
        const refreshedAt: [number, number] = [-Infinity, -Infinity];
        for (const { wait, jar } of after) {
          second += wait;
          const other = (1 - jar) as 0 | 1;
          const mustEnd = got[other] > refreshedAt[jar] && second > got[other] + graceSeconds;
          const goesOn = refresh(jar);
          if (mustEnd) {
            noticed += 1;
            expect(goesOn).toBe(false);
          }
          if (!goesOn) return;
          refreshedAt[jar] = second;
        }
      }),
      { numRuns: 2_000 },
    );
    expect(noticed).toBeGreaterThan(500);
  });

  it('ends the session one refresh later when its answer was never used', () => {
    const family = new Family();
    const owner = family.present(0, 100);
    const thief = family.present(0, 200);
    expect([owner?.verdict, thief?.verdict]).toEqual(['rotate', 'issue-again']);
    expect(family.present(owner?.cookie ?? 0, 231)).toBeNull();
  });
});
