import { act, render, screen } from '@testing-library/react';
import { Fitted } from './fitted';

let resize: (width: number) => void;

beforeEach(() => {
  globalThis.ResizeObserver = class {
    constructor(report: (entries: { contentRect: { width: number } }[]) => void) {
      resize = (width) => act(() => report([{ contentRect: { width } }]));
    }
    observe() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver;
  render(<Fitted width={700}>page</Fitted>);
});

/** The width the page is laid out at before it is zoomed; jsdom knows no zoom. */
const width = () => screen.getByText('page').style.width;

describe('Fitted', () => {
  it.each([
    ['shrinks the page as a whole where there is less room', 560, '700px'],
    ['leaves the page as it is where there is room', 900, ''],
    ['lets the page lay itself out anew on a phone', 390, ''],
  ])('%s', (_, room, expected) => {
    resize(room);
    expect(width()).toBe(expected);
  });
});
