import { renderHook } from '@testing-library/react';
import { useOfflinePage } from './use-offline-page';

function stubServiceWorker(register: (address: string) => Promise<unknown>) {
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { register } });
}

describe('useOfflinePage', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'serviceWorker'));

  it('registers the worker of the offline page', () => {
    const register = jest.fn(async () => undefined);
    stubServiceWorker(register);
    renderHook(() => useOfflinePage());
    expect(register.mock.calls).toEqual([['/offline-worker.js']]);
  });

  it('ignores a browser without service workers', () => {
    expect(() => renderHook(() => useOfflinePage())).not.toThrow();
  });

  it('ignores a browser that rejects the worker', async () => {
    const rejected = jest.fn();
    stubServiceWorker(() => ({ catch: rejected }) as unknown as Promise<unknown>);
    renderHook(() => useOfflinePage());
    expect(rejected).toHaveBeenCalledTimes(1);
  });
});
