'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { useChangeProfile } from './api/change-profile';

const maxTags = 10;
const maxLength = 30;

/** The tags of a text that separates them by commas; one that is written twice, in whatever case, is one. */
function tagsIn(text: string): string[] {
  const tags = new Map<string, string>();
  for (const written of text.split(',')) {
    const tag = written.trim();
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

const schema = z.object({
  tags: z
    .string()
    .transform(tagsIn)
    .refine((tags) => tags.length <= maxTags && tags.every((tag) => tag.length <= maxLength)),
});

interface TagsDialogProps {
  profile: Profile;
  onClose: () => void;
}

/** Changes the tags of a profile. */
export function TagsDialog({ profile, onClose }: TagsDialogProps) {
  const text = useTranslations('profiles.tags');
  const problemText = useProblemText();
  const change = useChangeProfile(profile.id, onClose);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { tags: profile.tags.join(', ') },
  });
  return (
    <Dialog open onOpenChange={onClose} title={text('title', { title: profile.title })} description={text('body')}>
      <form noValidate onSubmit={(event) => void handleSubmit((tags) => change.mutate(tags))(event)}>
        <Field
          label={text('label')}
          hint={text('hint')}
          error={formState.errors.tags && text('invalid', { count: maxTags, length: maxLength })}
        >
          <TextInput autoComplete="off" placeholder={text('placeholder')} {...register('tags')} />
        </Field>
        {change.error && <Notice tone="bad">{problemText(change.error)}</Notice>}
        <DialogActions>
          <Button type="submit" look="main" busy={change.isPending}>
            {text('confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
