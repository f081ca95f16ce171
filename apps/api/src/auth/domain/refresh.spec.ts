import { graceSeconds, judgeRefresh } from './refresh';

const rotatedAt = new Date('2026-01-01T00:00:00Z');
const session = { generation: 4, rotatedAt };
const after = (seconds: number) => new Date(rotatedAt.getTime() + seconds * 1000);

describe('judgeRefresh', () => {
  it('rotates the newest token', () => {
    expect(judgeRefresh(4, session, after(900))).toBe('rotate');
  });

  it('gives the current token to one generation behind within the grace', () => {
    expect(judgeRefresh(3, session, after(graceSeconds))).toBe('give-current');
  });

  it.each([
    [3, graceSeconds + 1],
    [2, 1],
    [0, 1],
  ])('ends the session for generation %i after %i s', (generation, seconds) => {
    expect(judgeRefresh(generation, session, after(seconds))).toBe('end-session');
  });
});
