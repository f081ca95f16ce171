'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import type { Member, MemberSpending } from '../api/members';

const LimitDialog = lazy(() => import('./limit-dialog').then((module) => ({ default: module.LimitDialog })));

/** What a member has spent of the shared credits in the running period. */
export function Spent({ spending: { spent, limit } }: { spending: Pick<MemberSpending, 'spent' | 'limit'> }) {
  const text = useTranslations('settings.members');
  return (
    <p className="figures text-muted">
      {limit === null ? text('spent', { spent }) : text('spentOf', { spent, limit })}
    </p>
  );
}

/** Opens the dialog in which the credits of a member are limited. */
export function LimitCredits({ member, limit }: { member: Member; limit: number | null }) {
  const text = useTranslations('settings.members');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        className="min-h-9"
        aria-label={text('limitOf', { name: member.name })}
        onClick={() => setOpen(true)}
      >
        {text('limit')}
      </Button>
      <Suspense>{open && <LimitDialog member={member} limit={limit} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
