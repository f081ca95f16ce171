'use client';

import { useMessages } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { ApiProblem, problemKey } from '@/lib/api/problem';

/** Turns a problem into a sentence of the page's language. */
export function useProblemText(): (error: unknown) => string {
  const { problems } = useMessages() as Messages;
  const sentences: Partial<Record<string, string>> = problems;
  return (error) => {
    if (!(error instanceof ApiProblem)) return problems.unexpected;
    return sentences[problemKey(error.code)] ?? (error.status === 404 ? problems.not_found : problems.unexpected);
  };
}
