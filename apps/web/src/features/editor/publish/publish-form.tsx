'use client';

import { FormProvider, useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { HiddenField, Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { MomentField } from '@/ui/form/moment-field';
import { Switch } from '@/ui/form/switch';
import { Notice } from '@/ui/notice';
import { DialogActions } from '@/ui/overlay/dialog';
import { usePublishProfile } from '../api/publish-profile';
import { BrandedSwitch } from './branded-switch';
import { passwordLength } from './link-rules';
import { SlugField } from './slug-field';
import { contactFields, usePublicationForm, type PublicationInput } from './use-publication-form';
import { VisibilityChoice } from './visibility-choice';

/** Link, visibility, end, and what visitors see. Phone and street address stay hidden until they are switched on. */
export function PublishForm({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const problemText = useProblemText();
  const publish = usePublishProfile(profile);
  const form = usePublicationForm(profile);
  const submit = form.handleSubmit((body) => publish.mutate(body, { onSuccess: () => form.resetField('password') }));
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <Address own={profile.publication?.slug} />
        <Access isProtected={profile.publication?.visibility === 'protected'} />
        <EndField />
        <VisibleFields profile={profile} />
        {publish.error && <Notice tone="bad">{problemText(publish.error)}</Notice>}
        <DialogActions>
          <Button type="submit" look="main" busy={publish.isPending} disabled={!form.formState.isValid}>
            {text(profile.publication ? 'update' : 'submit')}
          </Button>
        </DialogActions>
      </form>
    </FormProvider>
  );
}

function Address({ own }: { own: string | undefined }) {
  const { field } = useController<PublicationInput, 'slug'>({ name: 'slug' });
  return <SlugField slug={field.value} own={own} onChange={field.onChange} />;
}

/** Who can open the page, and the password that visitors are asked for. It is passed on, so it can be read while it is typed. */
function Access({ isProtected }: { isProtected: boolean }) {
  const text = useTranslations('editor.publish');
  const { register } = useFormContext<PublicationInput>();
  const { field } = useController<PublicationInput, 'visibility'>({ name: 'visibility' });
  const password = useWatch<PublicationInput, 'password'>({ name: 'password' });
  return (
    <>
      <VisibilityChoice value={field.value} onChange={field.onChange} />
      {field.value === 'protected' && (
        <Field label={text('password')} hint={text(isProtected && !password ? 'passwordUnchanged' : 'passwordHint')}>
          <TextInput
            maxLength={passwordLength.max}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            {...register('password')}
          />
        </Field>
      )}
    </>
  );
}

function EndField() {
  const text = useTranslations('editor.publish');
  const { register, formState } = useFormContext<PublicationInput>();
  const past = formState.errors.expiresAt !== undefined;
  return (
    <MomentField
      label={text('expires')}
      hint={past ? undefined : text('expiresHint')}
      error={past ? text('past') : undefined}
      {...register('expiresAt')}
    />
  );
}

function VisibleFields({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const { field: hidden } = useController<PublicationInput, 'hiddenFields'>({ name: 'hiddenFields' });
  const { field: showCv } = useController<PublicationInput, 'showCv'>({ name: 'showCv' });
  const { field: branded } = useController<PublicationInput, 'branded'>({ name: 'branded' });
  const show = (field: HiddenField, shown: boolean) =>
    hidden.onChange(shown ? hidden.value.filter((name) => name !== field) : [...hidden.value, field]);
  return (
    <fieldset>
      <legend className="text-sm font-medium">{text('shown')}</legend>
      <div className="mt-1 divide-y divide-hairline border-y border-hairline">
        {contactFields.map((field) => (
          <Switch
            key={field}
            label={text(field)}
            checked={!hidden.value.includes(field)}
            onChange={(shown) => show(field, shown)}
          />
        ))}
        <Switch
          label={text('cv')}
          hint={profile.cv ? undefined : text('cvNone')}
          disabled={!profile.cv}
          checked={Boolean(profile.cv && showCv.value)}
          onChange={showCv.onChange}
        />
        <BrandedSwitch branded={branded.value} onChange={branded.onChange} />
      </div>
    </fieldset>
  );
}
