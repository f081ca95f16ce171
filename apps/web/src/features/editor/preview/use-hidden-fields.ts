'use client';

import { hiddenByDefault } from '@canar/profile-document';
import type { HiddenField } from '@/lib/api/types';
import { useProfile } from '@/signed-in/api/get-profile';
import { useEditor } from '../store/editor-context';

/** The contact details that the page of this profile keeps back, or would. */
export function useHiddenFields(): readonly HiddenField[] {
  return useProfile(useEditor().profileId).data?.publication?.hiddenFields ?? hiddenByDefault;
}
