'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/ui/overlay/toast-store';

interface Act {
  perform: () => Promise<void>;
  /** what the act may have changed, also when it failed */
  changes: readonly string[];
  done: string;
  onError?: (error: Error) => void;
}

/** An act about one line of a list: a toast says that it is done, and the list is read anew. */
export function useAct({ perform, changes, done, onError }: Act) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: perform,
    onSuccess: () => showToast({ tone: 'good', message: done }),
    onError,
    onSettled: () => client.invalidateQueries({ queryKey: changes }),
  });
}
