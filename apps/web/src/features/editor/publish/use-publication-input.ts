'use client';

import { hiddenByDefault } from '@canar/profile-document';
import { useState } from 'react';
import type { Profile, PublicationBody } from '@/lib/api/types';
import { isPast } from '@/lib/local-moment';
import { suggestSlug, isSlug } from './slug';
import { useEditor } from '../store/editor-context';

/** Length of a password for visitors. */
export const passwordLength = { min: 8, max: 128 } as const;

/** What the owner is choosing for the page, beginning with what it is. */
export function usePublicationInput({ title, publication }: Profile) {
  const { document } = useEditor().store.current();
  return useState<PublicationBody>(() => ({
    slug: publication?.slug ?? (suggestSlug(document.basics?.name ?? '') || suggestSlug(title)),
    visibility: publication?.visibility ?? 'public',
    expiresAt: publication?.expiresAt ?? null,
    hiddenFields: publication?.hiddenFields ?? [...hiddenByDefault],
    showCv: publication?.showCv ?? false,
    branded: publication?.branded ?? true,
    template: document.meta?.canar?.design?.template ?? publication?.template ?? 'classic',
  }));
}

/** Whether the input can be sent: the address is one, the end lies ahead, and a protected page has a password. */
export function canPublish(input: PublicationBody, { publication }: Profile, now: number): boolean {
  if (!isSlug(input.slug) || isPast(input.expiresAt, now)) return false;
  if (input.visibility !== 'protected') return true;
  if (!input.password) return publication?.visibility === 'protected';
  return input.password.length >= passwordLength.min;
}
