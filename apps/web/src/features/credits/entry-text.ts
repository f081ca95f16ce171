'use client';

import { useTranslations } from 'use-intl';
import type { Entry } from '@/lib/api/types';

const grants = { plan: 'plan', top_up: 'topUp', operator: 'operator' } as const;

/** Which sentence explains a line of the statement. */
export function entrySentence(entry: Pick<Entry, 'kind' | 'action' | 'source'>) {
  const edit = entry.action === 'profile.edit';
  if (entry.kind === 'grant') return grants[entry.source ?? 'operator'];
  if (entry.kind === 'charge') return edit ? 'edit' : 'charge';
  if (entry.kind === 'reversal') return edit ? 'undone' : 'reversal';
  return entry.kind === 'expiry' ? 'expiry' : 'takeBack';
}

/** Explains a line of the statement: what was done, to which profile, which edit. */
export function useEntryText(): (entry: Entry) => string {
  const text = useTranslations('credits.entry');
  return (entry) => {
    const what = text(entrySentence(entry), { number: entry.revisionNumber ?? 0 });
    return entry.profile ? `${what} · ${entry.profile.title ?? text('deleted')}` : what;
  };
}
