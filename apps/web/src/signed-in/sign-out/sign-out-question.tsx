'use client';

import { lazy, Suspense } from 'react';
import type { useSignOut } from './use-sign-out';

const UnsentDraftsDialog = lazy(() =>
  import('./unsent-drafts-dialog').then((module) => ({ default: module.UnsentDraftsDialog })),
);

/** The question about unsent drafts, once signing out has found some. */
export function SignOutQuestion({ signOut: { unsent, cancel } }: { signOut: ReturnType<typeof useSignOut> }) {
  if (unsent.length === 0) return null;
  return (
    <Suspense>
      <UnsentDraftsDialog drafts={unsent} onClose={cancel} />
    </Suspense>
  );
}
