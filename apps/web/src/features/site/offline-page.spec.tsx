import { render, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { OfflinePage, tryAgain } from './offline-page';

interface Visit {
  pathname: string;
  tried?: number;
}

/** Runs the script of the page as a browser does, with a network that is there. */
function visit({ pathname, tried = 0 }: Visit) {
  render(<OfflinePage locale="en" />);
  const done: string[] = [];
  const stored = new Map([['canar.tried', String(tried)]]);
  const look: (() => void)[] = [];
  const browser = {
    location: {
      pathname,
      href: `https://canar.example${pathname}`,
      reload: () => done.push('reload'),
      assign: (to: string) => done.push(to),
    },
    sessionStorage: {
      getItem: (key: string) => stored.get(key),
      setItem: (key: string, value: number) => stored.set(key, String(value)),
    },
    fetch: () => ({ then: (answered: () => void) => answered() }),
    addEventListener: () => undefined,
    setInterval: (work: () => void) => look.push(work),
    Date: { now: () => 1_000_000 },
  };
  new Function(...Object.keys(browser), tryAgain)(...Object.values(browser));
  return { done, wait: () => look.forEach((work) => work()) };
}

describe('OfflinePage', () => {
  it('loads the page that it stands for once there is an answer', () => {
    const { done, wait } = visit({ pathname: '/credits/' });
    wait();
    expect(done).toEqual(['reload']);
  });

  it('reloads at most once a minute', () => {
    const { done, wait } = visit({ pathname: '/credits/', tried: 990_000 });
    wait();
    expect(done).toEqual([]);
  });

  it.each([
    ['/offline/', '/'],
    ['/hi/offline/', '/hi/'],
  ])('opened as %s it waits for a press, which leads to %s', (pathname, front) => {
    const { done, wait } = visit({ pathname });
    wait();
    expect(done).toEqual([]);
    screen.getByRole('button', { name: messagesOf('en').common.retry }).click();
    expect(done).toEqual([front]);
  });
});
