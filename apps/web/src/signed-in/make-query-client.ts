import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/lib/api/problem';
import { leaveToSignIn } from './leave-to-sign-in';

function onError(error: Error): void {
  if (error instanceof ApiProblem && error.status === 401) void leaveToSignIn();
}

/** The cache of API answers: reads are tried again when that may help, writes never by themselves; a lost session leads to sign-in. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        // What this device stores of the answers is what the cache has; a day is longer than any visit.
        gcTime: 86_400_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.temporary,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
