'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { ShareLinkBody } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { MomentField } from '@/ui/form/moment-field';
import { Notice } from '@/ui/notice';
import { useCreateShareLink } from '../api/create-share-link';
import { linkEnd, passwordLength, visitorPassword } from './link-rules';

const schema = z.object({ label: z.string().trim().min(1), expiresAt: linkEnd, password: visitorPassword });

type ShareLinkInput = z.input<typeof schema>;
type ShareLinkFormState = UseFormReturn<ShareLinkInput, unknown, ShareLinkBody>;

/** Creates a link: for whom, and optionally until when and with which password. */
export function ShareLinkForm({ profileId }: { profileId: string }) {
  const create = useCreateShareLink(profileId);
  const text = useTranslations('editor.links');
  const problemText = useProblemText();
  const form = useForm<ShareLinkInput, unknown, ShareLinkBody>({
    mode: 'onChange',
    resolver: zodResolver(schema),
    defaultValues: { label: '', expiresAt: '', password: '' },
  });
  const submit = form.handleSubmit((body) => create.mutate(body, { onSuccess: () => form.reset() }));
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="my-4 grid gap-4 rounded-control bg-sunken p-3 sm:grid-cols-2"
    >
      <LinkFields register={form.register} past={form.formState.errors.expiresAt !== undefined} />
      {create.error && (
        <div className="sm:col-span-2">
          <Notice tone="bad">{problemText(create.error)}</Notice>
        </div>
      )}
      <Button
        type="submit"
        look="solid"
        busy={create.isPending}
        disabled={!form.formState.isValid}
        className="sm:col-span-2"
      >
        {text('make')}
      </Button>
    </form>
  );
}

function LinkFields({ register, past }: Pick<ShareLinkFormState, 'register'> & { past: boolean }) {
  const text = useTranslations('editor.links');
  const publish = useTranslations('editor.publish');
  return (
    <>
      <Field label={text('label')} hint={text('labelHint')} className="sm:col-span-2">
        <TextInput maxLength={80} autoComplete="off" {...register('label')} />
      </Field>
      <MomentField
        label={text('expires')}
        hint={past ? undefined : text('optional')}
        error={past ? publish('past') : undefined}
        {...register('expiresAt')}
      />
      <Field label={text('password')} hint={text('passwordHint')}>
        <TextInput
          maxLength={passwordLength.max}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          {...register('password')}
        />
      </Field>
    </>
  );
}
