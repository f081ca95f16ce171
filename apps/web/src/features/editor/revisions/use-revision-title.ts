'use client';

import { useTranslations } from 'use-intl';
import { useRevisions } from '../api/list-revisions';

/** What a saved edit is called: its number, and its name where it has one. */
export function useRevisionTitle(): (number: number) => string {
  const text = useTranslations('editor.revisions');
  const revisions = useRevisions().data?.revisions ?? [];
  return (number) => {
    const name = revisions.find((revision) => revision.number === number)?.name;
    return name ? text('named', { number, name }) : text('number', { number });
  };
}
