'use client';

import { useTranslations } from 'use-intl';

type LabelKey = keyof (typeof import('@/i18n/messages/en/editor.json'))['fields'];

const labels: Readonly<Record<string, LabelKey>> = { 'work/name': 'company', 'work/description': 'companyDescription' };

/** Names a field of a section's items as the form does: "Company" for the name of a position. */
export function useFieldLabel(): (kind: string, field: string) => string {
  const text = useTranslations('editor.fields');
  return (kind, field) => text(labels[`${kind}/${field}`] ?? (field as LabelKey));
}
