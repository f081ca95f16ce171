import { pacedWrites } from './paced-writes';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('pacedWrites', () => {
  it('writes the first value at once and the last of those that follow after the pause', () => {
    const written: number[] = [];
    const { write } = pacedWrites((value: number) => void written.push(value), 300);
    [1, 2, 3].forEach(write);
    expect(written).toEqual([1]);
    jest.advanceTimersByTime(300);
    expect(written).toEqual([1, 3]);
    write(4);
    expect(written).toEqual([1, 3]);
    jest.advanceTimersByTime(300);
    expect(written).toEqual([1, 3, 4]);
    jest.advanceTimersByTime(300);
    write(5);
    expect(written).toEqual([1, 3, 4, 5]);
  });

  it('writes what waits when the page is left, once', () => {
    const written: number[] = [];
    const { write, flush } = pacedWrites((value: number) => void written.push(value), 300);
    [1, 2].forEach(write);
    flush();
    flush();
    jest.advanceTimersByTime(1000);
    expect(written).toEqual([1, 2]);
  });
});
