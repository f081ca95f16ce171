import { act } from '@testing-library/react';
import { withValue } from '@/signed-in/document/edits';
import { renderEditorHook } from '../testing/render-editor';
import { useQuietDocument } from './use-quiet-document';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('useQuietDocument', () => {
  it('follows the first change at once and the others when the typing pauses', () => {
    const { result, store } = renderEditorHook(useQuietDocument);
    const type = (name: string) => act(() => store.edit('name', (now) => withValue(now, ['basics', 'name'], name)));
    type('L');
    expect(result.current.basics?.name).toBe('L');
    type('Le');
    type('Len');
    expect(result.current.basics?.name).toBe('L');
    act(() => jest.advanceTimersByTime(299));
    expect(result.current.basics?.name).toBe('L');
    act(() => jest.advanceTimersByTime(1));
    expect(result.current.basics?.name).toBe('Len');
    type('Lena');
    expect(result.current.basics?.name).toBe('Lena');
  });
});
