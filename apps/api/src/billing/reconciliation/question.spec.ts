import * as fc from 'fast-check';
import { questionAt } from './question';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = new Date('2026-12-01T10:20:30.400Z');
const ago = (milliseconds: number) => new Date(Number(now) - milliseconds);

describe('a question to a provider', () => {
  it('asks about the last month at first, and not about what is on its way', () => {
    const until = new Date('2026-12-01T10:10:30Z');
    expect(questionAt(now, null)).toEqual({ from: new Date(Number(until) - 30 * day), until, missedSince: null });
  });

  it('asks again about the ten days before the instant that was reached', () => {
    expect(questionAt(now, ago(70 * minute)).from).toEqual(ago(70 * minute + 10 * day));
  });

  it('says which time is too long ago to be asked about', () => {
    expect(questionAt(now, ago(31 * day)).missedSince).toEqual(ago(31 * day));
    expect(questionAt(now, ago(30 * day)).missedSince).toBeNull();
  });

  it('leaves no gap between questions, and reaches back a month at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 * day }), { minLength: 1, maxLength: 20 }), (pauses) => {
        let [at, reached]: [Date, Date | null] = [now, null];
        for (const pause of pauses) {
          at = new Date(Number(at) + pause);
          const { from, until, missedSince }: ReturnType<typeof questionAt> = questionAt(at, reached);
          expect(Number(until) - Number(from)).toBeLessThanOrEqual(30 * day);
          if (reached !== null) expect(missedSince ?? from <= reached).toBeTruthy();
          reached = until;
        }
      }),
    );
  });
});
