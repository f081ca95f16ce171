'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';

const schema = z.object({ title: z.string().trim().min(1) });

interface TitleDialogProps {
  open: boolean;
  onClose: () => void;
  heading: string;
  body?: string;
  confirm: string;
  initial: string;
  busy: boolean;
  problem: string | null;
  onSubmit: (title: string) => void;
}

/** Asks for a profile's title; used for a new profile and for renaming one. */
export function TitleDialog({ open, onClose, heading, body, ...form }: TitleDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={heading} description={body}>
      <TitleForm {...form} />
    </Dialog>
  );
}

function TitleForm({
  confirm,
  initial,
  busy,
  problem,
  onSubmit,
}: Omit<TitleDialogProps, 'open' | 'onClose' | 'heading' | 'body'>) {
  const text = useTranslations('profiles');
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { title: initial },
  });
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(({ title }) => onSubmit(title))(event)}>
      <Field label={text('name')} error={formState.errors.title && text('missing')}>
        <TextInput autoComplete="off" maxLength={120} placeholder={text('namePlaceholder')} {...register('title')} />
      </Field>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <DialogActions>
        <Button type="submit" look="main" busy={busy}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
