'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { hiddenByDefault } from '@canar/profile-document';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { HiddenField, Profile, PublicationBody } from '@/lib/api/types';
import { localMomentOf } from '@/lib/local-moment';
import { useEditor } from '../store/editor-context';
import { linkEnd, visitorPassword } from './link-rules';
import { isSlug, suggestSlug } from './slug';

/** The contact details that a page may leave out. */
export const contactFields = ['email', 'phone', 'address'] as const satisfies readonly HiddenField[];

/** What can be published: the address is one, the end lies ahead, and a protected page has a password. */
function publicationSchema({ publication }: Profile) {
  const hasPassword = publication?.visibility === 'protected';
  return z
    .object({
      slug: z.string().refine(isSlug),
      visibility: z.enum(['public', 'unlisted', 'protected']),
      password: visitorPassword,
      expiresAt: linkEnd,
      hiddenFields: z.array(z.enum(contactFields)),
      showCv: z.boolean(),
      branded: z.boolean(),
    })
    .refine(({ visibility, password }) => visibility !== 'protected' || hasPassword || password, { path: ['password'] })
    .transform(({ password, ...publication }) => ({
      ...publication,
      ...(publication.visibility === 'protected' && password && { password }),
    }));
}

/** What the fields hold. */
export type PublicationInput = z.input<ReturnType<typeof publicationSchema>>;

/** The form for publishing a profile. It begins with how the page is published now. */
export function usePublicationForm(profile: Profile) {
  const { document } = useEditor().store.current();
  const { title, publication } = profile;
  const form = useForm<PublicationInput, unknown, PublicationBody>({
    mode: 'onChange',
    resolver: zodResolver(publicationSchema(profile)),
    defaultValues: {
      slug: publication?.slug ?? (suggestSlug(document.basics?.name ?? '') || suggestSlug(title)),
      visibility: publication?.visibility ?? 'public',
      password: '',
      expiresAt: localMomentOf(publication?.expiresAt),
      hiddenFields: publication?.hiddenFields ?? [...hiddenByDefault],
      showCv: publication?.showCv ?? false,
      branded: publication?.branded ?? true,
    },
  });
  const { trigger } = form;
  useEffect(() => void trigger('expiresAt'), [trigger]);
  return form;
}
