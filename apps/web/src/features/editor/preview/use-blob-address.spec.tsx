import { act, renderHook } from '@testing-library/react';
import { useBlobAddress } from './use-blob-address';

describe('useBlobAddress', () => {
  it('returns no address without a file', () => {
    expect(renderHook(() => useBlobAddress(undefined, 'application/pdf')).result.current).toBeNull();
  });

  it('revokes the address of a replaced file only after a minute', () => {
    jest.useFakeTimers();
    const revoke = jest.spyOn(URL, 'revokeObjectURL');
    const view = renderHook(({ blob }) => useBlobAddress(blob, 'application/pdf'), {
      initialProps: { blob: new Blob(['1']) },
    });
    const first = view.result.current;
    view.rerender({ blob: new Blob(['2']) });
    expect(view.result.current).not.toBe(first);
    act(() => jest.advanceTimersByTime(59_000));
    expect(revoke).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(1_000));
    expect(revoke.mock.calls).toEqual([[first]]);
    jest.useRealTimers();
  });
});
