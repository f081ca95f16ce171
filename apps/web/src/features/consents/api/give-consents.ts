'use client';

import { postUserConsents, type Schema } from '@canar/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { consentsKey } from './list-consents';

/** Agrees to texts. */
export function useGiveConsents() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (consents: Schema<'Consent'>[]) => call(postUserConsents, { body: { consents } }),
    onSuccess: () => client.invalidateQueries({ queryKey: consentsKey }),
  });
}
