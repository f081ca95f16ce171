'use client';

import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { findLinkAccount, type LinkAccount } from './api/find-link-account';
import { takeToken } from './take-token';

/** A mailed link that was opened: still being asked about, not usable, or good for an account. */
export type OpenedLink =
  | { state: 'opening' }
  | { state: 'failed'; problem: ApiProblem }
  | { state: 'open'; token: string; account: LinkAccount };

/** Reads the mailed link in the address and asks for its account. */
export function useLinkAccount(): OpenedLink {
  const token = useRef('');
  const [link, setLink] = useState<OpenedLink>({ state: 'opening' });
  useEffect(() => {
    let current = true;
    token.current ||= takeToken();
    const settle = (next: OpenedLink) => current && setLink(next);
    openLink(token.current).then(settle, (problem: ApiProblem) => settle({ state: 'failed', problem }));
    return () => void (current = false);
  }, []);
  return link;
}

async function openLink(token: string): Promise<OpenedLink> {
  if (token === '') throw new ApiProblem(401, 'mailed-link.invalid');
  return { state: 'open', token, account: await findLinkAccount(token) };
}
